package hallmetrics.publish;

import hallmetrics.edition.Editions;
import hallmetrics.edition.Manifest;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.edition.RestatementRow;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.run.Software;
import hallmetrics.run.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published edition as it is found before it is computed again.
 *
 * @param conf its verified conf.zip
 * @param before verified figures of the edition before it, or null for the first
 */
record Original(Path folder, Manifest manifest, Path conf, @Nullable Path before) {

  /**
   * Finds an edition with everything that computing it again needs, its tables excepted: those are
   * what is asked about.
   *
   * @throws HallException {@code edition-unknown}, {@code edition-without-conf}, exit 2; {@code
   *     edition-damaged}, exit 3
   */
  static Original of(Editions editions, String period, int edition) {
    Path folder = editions.standing(period, edition);
    Manifest manifest = Editions.manifest(folder);
    Path conf = Editions.verified(folder, "conf.zip").orElseThrow(() -> withoutConf(folder));
    Path before =
        edition == 1
            ? null
            : Editions.verified(editions.folder(period, edition - 1), "metrics.parquet")
                .orElse(null);
    return new Original(folder, manifest, conf, before);
  }

  private static HallException withoutConf(Path folder) {
    return HallException.of("edition-without-conf", ExitStatus.USAGE, "这一版没有存配置，不能重算")
        .english("editions of days keep no conf.zip and no tags")
        .where(folder.toString())
        .next("日版只能核对文件（hall doctor）；月、季、年版才能重算。")
        .build();
  }

  /** Whether another version of the program published it. */
  boolean byAnother() {
    return !manifest.software().equals(Software.NAME);
  }

  /**
   * The site as its conf.zip says.
   *
   * @param folder where the texts are written
   * @param kept where a person finds them afterwards
   * @throws HallException {@code edition-conf}, exit 2, when this program takes them no more
   */
  Workplace site(Workplace now, Path folder, Path kept) {
    ConfZip.unpack(conf, folder);
    try {
      return now.under(folder);
    } catch (HallException refused) {
      throw HallException.of("edition-conf", ExitStatus.USAGE, "本程序不再认这一版当时的配置，不能重算")
          .english(manifest.software() + " published it, this is " + Software.NAME)
          .where(
              refused.where() == null
                  ? kept.toString()
                  : refused.where().replace(folder.toString(), kept.toString()))
          .next("用发布它的程序版本（" + manifest.software() + "）重算；该版本身照旧有效。")
          .build(refused);
    }
  }

  /** Ledger tables it read rows of. */
  List<String> tables() {
    return manifest.ledger().entrySet().stream()
        .filter(table -> !LedgerHash.empty(table.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What it restated, from its figures computed again. */
  List<RestatementRow> restated(List<MetricRow> rows) {
    return before == null
        ? List.of()
        : Restatements.of(
            ParquetTable.read(before, MetricRow.class),
            rows,
            manifest.edition(),
            manifest.reason());
  }
}
