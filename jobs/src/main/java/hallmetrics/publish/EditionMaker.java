package hallmetrics.publish;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.CsvTable;
import hallmetrics.edition.DueRow;
import hallmetrics.edition.Editions;
import hallmetrics.edition.FateRow;
import hallmetrics.edition.Manifest;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.edition.RankingRow;
import hallmetrics.edition.RestatementRow;
import hallmetrics.edition.ScoreRow;
import hallmetrics.pack.PackInput;
import hallmetrics.pack.PackMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes an edition aside, whole, and hands it over to be published. */
final class EditionMaker {
  private final Editions editions;
  private final String period;
  private final SortedMap<String, String> conf;

  EditionMaker(Editions editions, String period, SortedMap<String, String> conf) {
    this.editions = editions;
    this.period = period;
    this.conf = conf;
  }

  /** The day's edition: figures of day and month to date, and what is due. */
  Path day(Figures figures, Manifest manifest) {
    Path aside = editions.aside(period);
    ParquetTable.write(aside.resolve("metrics.parquet"), MetricRow.class, figures.metrics());
    ParquetTable.write(aside.resolve("due.parquet"), DueRow.class, figures.due());
    CsvTable.write(aside.resolve("due.csv"), DueRow.class, figures.due());
    return publish(aside, manifest);
  }

  /** The edition of a longer period, with its pack where pages are given. */
  Path period(
      Figures figures,
      List<FateRow> fates,
      List<RestatementRow> restatements,
      @Nullable PackInput pack,
      Manifest manifest) {
    Path aside = editions.aside(period);
    List<ClaimRow> claims = pack == null ? null : pack.rows().claims();
    tables(aside, figures, fates, restatements, claims);
    ConfZip.write(aside.resolve("conf.zip"), conf);
    if (pack != null) {
      try {
        PackMaker.make(pack, aside);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return publish(aside, manifest);
  }

  /**
   * Writes the tables of a longer period into a folder.
   *
   * @param claims null for none, where there are no pages
   */
  static void tables(
      Path folder,
      Figures figures,
      List<FateRow> fates,
      List<RestatementRow> restatements,
      @Nullable List<ClaimRow> claims) {
    ParquetTable.write(folder.resolve("metrics.parquet"), MetricRow.class, figures.metrics());
    ParquetTable.write(folder.resolve("rankings.parquet"), RankingRow.class, figures.rankings());
    ParquetTable.write(folder.resolve("fates.parquet"), FateRow.class, fates);
    ParquetTable.write(folder.resolve("restatements.parquet"), RestatementRow.class, restatements);
    ParquetTable.write(folder.resolve("score.parquet"), ScoreRow.class, List.of());
    if (claims != null) {
      ParquetTable.write(folder.resolve("claims.parquet"), ClaimRow.class, claims);
    }
  }

  private Path publish(Path aside, Manifest draft) {
    Manifest whole =
        new Manifest(
            draft.period(),
            draft.edition(),
            draft.reason(),
            draft.asOf(),
            draft.inputs(),
            draft.ledger(),
            draft.definitions(),
            draft.software(),
            draft.fingerprint(),
            draft.figuresHash(),
            Editions.hashes(aside));
    return editions.publish(aside, whole);
  }
}
