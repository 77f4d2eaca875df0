package hallmetrics.publish;

import hallmetrics.edition.CsvTable;
import hallmetrics.edition.DifferenceRow;
import hallmetrics.edition.EditionTable;
import hallmetrics.edition.Editions;
import hallmetrics.edition.Manifest;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** How an edition computed again agrees with the published one: with its manifest, row by row. */
final class Agreement {
  private static final int SHOWN = 10;
  private static final String LIST = "differences.csv";

  private final Original original;
  private final Path rebuilt;
  private final Path kept;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, List<DifferenceRow>> differences = new LinkedHashMap<>();
  private final List<String> damaged = new ArrayList<>();

  private Agreement(Original original, Path rebuilt, Path kept) {
    this.original = original;
    this.rebuilt = rebuilt;
    this.kept = kept;
  }

  /**
   * Compares, and writes what differs beside the tables.
   *
   * @param rebuilt the folder with the tables computed again
   * @param kept where a person finds that folder afterwards
   * @param again what their manifest would say; its files are not looked at
   */
  static Agreement of(Original original, Path rebuilt, Path kept, Manifest again) {
    Agreement agreement = new Agreement(original, rebuilt, kept);
    EditionTable.ALL.forEach(agreement::table);
    Manifest then = original.manifest();
    agreement.tell(
        "ledger", then.ledger().size() + " 张表", maps("ledger", then.ledger(), again.ledger()));
    agreement.tell("inputs", then.inputs().size() + " 份报送", sets(then.inputs(), again.inputs()));
    agreement.tell(
        "figures_hash",
        then.figuresHash().substring(0, 12),
        maps(
            "manifest",
            Map.of("figures_hash", then.figuresHash()),
            Map.of("figures_hash", again.figuresHash())));
    agreement.write();
    return agreement;
  }

  /** What agrees and what differs, a line each (Chinese). */
  List<String> lines() {
    return lines;
  }

  private void table(EditionTable<?> table) {
    String promised = original.manifest().files().get(table.file());
    if (promised == null) {
      return;
    }
    Path published = original.folder().resolve(table.file());
    boolean same = Editions.is(rebuilt.resolve(table.file()), promised);
    boolean whole = Editions.is(published, promised);
    if (!whole) {
      damaged.add(published + (same ? "（重算出的同名文件与清单一致，可拿来恢复）" : ""));
    }
    List<DifferenceRow> found = List.of();
    if (!same) {
      found =
          whole
              ? table.differences(original.folder(), rebuilt)
              : List.of(new DifferenceRow(table.name(), "", "sha256", promised, ""));
    }
    tell(table.name(), Numbers.count(table.rows(rebuilt)) + " 行", found);
  }

  private void tell(String part, String size, List<DifferenceRow> found) {
    if (found.isEmpty()) {
      lines.add(part + "  " + size + "  一致");
      return;
    }
    differences.put(part, found);
    lines.add(part + "  " + size + "  有 " + Numbers.count(found.size()) + " 处不同：");
    found.stream().limit(SHOWN).forEach(one -> lines.add("  " + sentence(one)));
    if (found.size() > SHOWN) {
      lines.add("  …… 另有 " + (found.size() - SHOWN) + " 处，见 " + kept.resolve(LIST));
    }
  }

  private static String sentence(DifferenceRow one) {
    return (one.row() + " " + one.column()).strip()
        + "：已发布 "
        + one.published()
        + "，重算 "
        + one.rebuilt();
  }

  private static List<DifferenceRow> maps(
      String part, Map<String, String> published, Map<String, String> rebuilt) {
    TreeSet<String> names = new TreeSet<>(published.keySet());
    names.addAll(rebuilt.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(published.get(name), rebuilt.get(name)))
        .map(
            name ->
                new DifferenceRow(
                    part,
                    name,
                    "",
                    published.getOrDefault(name, ""),
                    rebuilt.getOrDefault(name, "")))
        .toList();
  }

  private static List<DifferenceRow> sets(List<String> published, List<String> rebuilt) {
    return maps("manifest", present(published), present(rebuilt));
  }

  private static Map<String, String> present(List<String> hashes) {
    return hashes.stream().collect(Collectors.toMap(hash -> "input " + hash, hash -> "有"));
  }

  /**
   * Says that it agrees.
   *
   * @throws HallException {@code rebuild-differs} or {@code edition-damaged}, exit 3, when not
   */
  void conclude(String edition, Consumer<String> told) {
    if (!damaged.isEmpty()) {
      throw damaged(edition);
    }
    if (!differences.isEmpty()) {
      throw differs(edition);
    }
    told.accept(edition + "重算一致，结果在 " + kept + "。 Computed again, the figures are the same.");
  }

  private void write() {
    List<DifferenceRow> all = differences.values().stream().flatMap(List::stream).toList();
    if (!all.isEmpty()) {
      CsvTable.write(rebuilt.resolve(LIST), DifferenceRow.class, all);
    }
  }

  /** What is damaged is said first: with it a difference proves nothing. */
  private HallException damaged(String edition) {
    String where = String.join("；", damaged);
    if (differences.isEmpty()) {
      return HallException.of("edition-damaged", ExitStatus.REFUSED, edition + "重算一致，但已发布的文件已损坏")
          .english("the figures come out again, but published files are damaged")
          .where(where)
          .next("从备份恢复该版的整个目录，或用 " + kept + " 里的同名文件，再运行 hall doctor。")
          .build();
    }
    return HallException.of("edition-damaged", ExitStatus.REFUSED, edition + "已发布的文件已损坏，重算也与清单不同")
        .english("published files are damaged, and what was computed again is not as promised")
        .where(where + "；不同之处：" + parts() + "，在 " + kept.resolve(LIST))
        .next("先从备份恢复该版的整个目录，运行 hall doctor，再重算一次。")
        .build();
  }

  private String parts() {
    return differences.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue().size() + " 处")
        .collect(Collectors.joining("、"));
  }

  private HallException differs(String edition) {
    return HallException.of("rebuild-differs", ExitStatus.REFUSED, edition + "重算与已发布的不一致；已发布的照旧有效")
        .english("computed again, the edition differs")
        .where(parts() + "；全部在 " + kept.resolve(LIST))
        .next(
            original.byAnother()
                ? "用发布它的程序版本（" + original.manifest().software() + "）再算一次；仍不同再运行 hall doctor。"
                : "运行 hall doctor；数据仓完好则连同 " + LIST + " 报告。")
        .build();
  }
}
