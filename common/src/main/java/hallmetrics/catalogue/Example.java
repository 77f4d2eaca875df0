package hallmetrics.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A worked example a test executes: canonical rows by table in, the printed figure out. At least
 * one given row must not count.
 *
 * @param given table to rows, a row being column to literal text
 * @param period the period asked
 * @param asOf the day of the figures
 * @param expect the figure as printed ("50.00%", "3", "—")
 */
public record Example(
    Map<String, List<Map<String, String>>> given, String period, String asOf, String expect) {}
