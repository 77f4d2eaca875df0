package hallmetrics.doctor;

import hallmetrics.edition.DueRow;
import hallmetrics.edition.Editions;
import hallmetrics.edition.ParquetTable;
import hallmetrics.fault.HallException;
import hallmetrics.publish.LeftBehind;
import hallmetrics.run.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was published: every file against its SHA-256, and what a correction left behind. */
final class EditionCheck {
  private final Path root;
  private final Editions editions;

  EditionCheck(Workplace workplace) {
    Path store = workplace.store().folder();
    this.root = store.resolve("editions");
    this.editions = new Editions(store);
  }

  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    List<String> cutOff = new ArrayList<>();
    int whole = 0;
    for (Path period : folders(root, faults)) {
      int newest = newest(period, faults);
      for (Path edition : folders(period, faults)) {
        if (!edition.getFileName().toString().matches("[1-9][0-9]*")) {
          continue;
        }
        if (Integer.parseInt(edition.getFileName().toString()) > newest) {
          cutOff.add(edition.toString());
        } else if (verify(edition, faults)) {
          whole++;
        }
      }
    }
    if (faults.isEmpty()) {
      findings.add(Finding.well("已发布 " + whole + " 版，逐个文件核对 SHA-256，完好"));
      provisional().ifPresent(findings::add);
      leftBehind().ifPresent(findings::add);
    } else {
      findings.add(
          Finding.damaged(
              "已发布的版次有 " + faults.size() + " 处损坏",
              faults,
              "从备份恢复 editions 下这些版次的整个目录，再运行 hall doctor。"));
    }
    if (!cutOff.isEmpty()) {
      findings.add(Finding.note("发布时中断、没有生效的版次", cutOff, "重跑 hall publish 即可；读者看不到它们。"));
    }
    return findings;
  }

  /** What CURRENT names; 0 where there is none. */
  private int newest(Path period, List<String> faults) {
    Path pointer = period.resolve("CURRENT");
    try {
      int newest = editions.newest(String.valueOf(period.getFileName()));
      if (newest > 0 && !Files.isDirectory(period.resolve(Integer.toString(newest)))) {
        faults.add(pointer + " 指向第" + newest + "版，但它不见了 (missing)");
      }
      return newest;
    } catch (NumberFormatException notANumber) {
      faults.add(pointer + " 内容不是版次 (not a number)");
      return 0;
    } catch (UncheckedIOException unreadable) {
      faults.add(unreadable(pointer, unreadable));
      return 0;
    }
  }

  private static boolean verify(Path edition, List<String> faults) {
    try {
      List<String> found = Editions.faults(edition);
      faults.addAll(found);
      return found.isEmpty();
    } catch (HallException unreadable) {
      faults.add(String.valueOf(unreadable.where()));
      return false;
    } catch (UncheckedIOException unreadable) {
      faults.addAll(oneByOne(edition, unreadable));
      return false;
    }
  }

  /** Where a file refuses to be read, all of them are asked, so that no other damage is hidden. */
  private static List<String> oneByOne(Path edition, UncheckedIOException first) {
    List<String> faults = new ArrayList<>();
    try {
      Editions.manifest(edition).files().forEach((name, hash) -> ask(edition, name, hash, faults));
    } catch (HallException manifest) {
      faults.add(String.valueOf(manifest.where()));
    }
    return faults.isEmpty() ? List.of(unreadable(edition, first)) : faults;
  }

  private static void ask(Path edition, String name, String hash, List<String> faults) {
    Path file = edition.resolve(name);
    try {
      if (!Editions.is(file, hash)) {
        faults.add(file + " 不见了或内容已变，与清单的 SHA-256 不符 (missing or changed)");
      }
    } catch (UncheckedIOException unreadable) {
      faults.add(unreadable(file, unreadable));
    }
  }

  private static String unreadable(Path path, UncheckedIOException why) {
    return path + " 读不了 (unreadable)：" + why.getMessage();
  }

  private Optional<Finding> provisional() {
    Optional<Path> newest =
        editions.periods().stream()
            .filter(period -> period.matches("\\d{4}-\\d{2}-\\d{2}"))
            .max(Comparator.naturalOrder())
            .flatMap(editions::current);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    long rows =
        ParquetTable.read(newest.get().resolve("due.parquet"), DueRow.class).stream()
            .filter(DueRow::provisional)
            .count();
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            Finding.note(
                "期限清单里有 " + rows + " 条期限是暂定的（落在未公布放假安排的年份）",
                List.of(newest.get().resolve("due.csv").toString()),
                "录入该年放假安排后会自动重算。"));
  }

  private Optional<Finding> leftBehind() {
    List<String> behind = LeftBehind.of(editions);
    return behind.isEmpty()
        ? Optional.empty()
        : Optional.of(Finding.note(LeftBehind.WHAT, behind, LeftBehind.NEXT));
  }

  private static List<Path> folders(Path folder, List<String> faults) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException broken) {
      faults.add(unreadable(folder, new UncheckedIOException(broken)));
      return List.of();
    }
  }
}
