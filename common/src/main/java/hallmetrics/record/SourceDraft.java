package hallmetrics.record;

import hallmetrics.schema.TableSchema;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A source YAML proposed for a file no source knows: the table whose column titles fit its header
 * best, with what could not be matched left to the clerk. It is a draft: the night never uses one.
 *
 * @param table the table chosen
 * @param name the name proposed for the source and its YAML
 * @param yaml the text of the file
 * @param unmatched headers left in {@code ignore}
 * @param missing required columns nothing was found for
 */
public record SourceDraft(
    String table, String name, String yaml, List<String> unmatched, List<String> missing) {

  /** As many rows may stand above a header. */
  private static final int TITLE_ROWS = 5;

  /**
   * Proposes a source.
   *
   * @param file the file, wherever it lies
   * @param name its name as delivered; below the inbox its path there, with slashes
   * @param tables the tables it may belong to
   * @param site the site it is written for
   * @return empty when no table shares two columns with it
   * @throws RefusedException when it cannot be read at all
   */
  public static Optional<SourceDraft> of(
      Path file, String name, Collection<TableSchema> tables, DraftSite site) {
    DraftWords words = DraftWords.builtIn();
    DraftMatch best = null;
    DraftFile bestFile = null;
    RefusedException refused = null;
    for (int row = 1; row <= TITLE_ROWS; row++) {
      DraftFile candidate;
      try {
        candidate = DraftFile.read(file, row);
      } catch (RefusedException unreadable) {
        refused = refused == null ? unreadable : refused;
        continue;
      }
      for (TableSchema table : tables) {
        DraftMatch match = DraftMatch.of(table, candidate, words);
        if (match.headers() >= 2 && (best == null || match.score() > best.score())) {
          best = match;
          bestFile = candidate;
        }
      }
    }
    if (best == null || bestFile == null) {
      if (refused != null && !refused.code().equals("no-header")) {
        throw refused;
      }
      return Optional.empty();
    }
    return Optional.of(new DraftText(best, bestFile, new DraftName(name), words, site).draft());
  }
}
