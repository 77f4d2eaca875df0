package hallmetrics.edition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A table of a period's edition as a file.
 *
 * @param name of the table; its file is {@code <name>.parquet}
 * @param named the columns that name a row
 */
public record EditionTable<R extends Record>(String name, Class<R> type, Set<String> named) {
  /** The tables of a month's, quarter's or year's edition, the figures first. */
  public static final List<EditionTable<?>> ALL =
      List.of(
          new EditionTable<>(
              "metrics",
              MetricRow.class,
              Set.of("grain", "metric", "scope", "scope_id", "split", "split_value")),
          new EditionTable<>(
              "rankings", RankingRow.class, Set.of("metric", "rank_group", "scope", "scope_id")),
          new EditionTable<>(
              "fates", FateRow.class, Set.of("delivery", "source", "table", "fate", "reason")),
          new EditionTable<>(
              "restatements",
              RestatementRow.class,
              Set.of("metric", "scope", "scope_id", "split", "split_value")),
          new EditionTable<>(
              "score", ScoreRow.class, Set.of("card", "scope", "scope_id", "item", "metric")),
          new EditionTable<>(
              "claims",
              ClaimRow.class,
              Set.of("kind", "metric", "scope", "scope_id", "source", "file")));

  /** Its file's name. */
  public String file() {
    return name + ".parquet";
  }

  /** How many rows its file in a folder has. */
  public int rows(Path folder) {
    return ParquetTable.read(folder.resolve(file()), type).size();
  }

  /**
   * What differs between the files of two folders, whatever the order of their rows.
   *
   * @param published a verified edition
   * @param rebuilt the folder of what was computed again
   * @throws java.io.UncheckedIOException if a file is missing or damaged
   */
  public List<DifferenceRow> differences(Path published, Path rebuilt) {
    if (!Files.exists(rebuilt.resolve(file()))) {
      return List.of(new DifferenceRow(name, "", "", "有", "无"));
    }
    return new RowComparison<>(name, type, named)
        .of(
            ParquetTable.read(published.resolve(file()), type),
            ParquetTable.read(rebuilt.resolve(file()), type));
  }
}
