package hallmetrics.catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A worked example a test executes: canonical rows by table in, the printed figure out.
 *
 * @param given table to rows, a row being column to literal text; a column not given is null, the
 *     column's own default already filled in
 * @param period the period asked
 * @param asOf the day of the figures
 * @param expect the figure of the unsplit city row as printed ("50.00%", "3", "—"); of a share the
 *     printed parts with N > 0 by split value in the order of its code list, blank between
 *     ("5=75.00% 2=25.00%")
 * @param ignored the given rows that must not count: without them the figure is the same
 */
public record Example(
    Map<String, List<Map<String, String>>> given,
    String period,
    String asOf,
    String expect,
    List<Ignored> ignored)
    implements Serializable {

  /**
   * A given row that must not count.
   *
   * @param row its index among the rows of {@code table}, from 0
   * @param why the exclusion it shows (Chinese)
   */
  public record Ignored(String table, int row, String why) implements Serializable {}
}
