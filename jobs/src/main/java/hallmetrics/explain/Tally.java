package hallmetrics.explain;

import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.MetricRow;
import hallmetrics.metrics.FigureRows;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What counting row by row comes to.
 *
 * @param records rows of the numerator's side
 * @param base rows of the denominator's side; null for a metric without one
 * @param numerator k as the kind counts it; null where it is not a number of rows or a sum
 * @param denominator n as the kind counts it, or null
 */
record Tally(
    long records, @Nullable Long base, @Nullable Double numerator, @Nullable Double denominator) {

  static Tally of(MetricKind kind, List<FigureRows.Side> sides) {
    long records = 0;
    long base = 0;
    double k = 0;
    double n = 0;
    BigDecimal sum = BigDecimal.ZERO;
    boolean divided = false;
    for (FigureRows.Side side : sides) {
      String distinct = side.measure().distinct();
      Row row =
          side.rows()
              .agg(
                  functions.count(functions.lit(1)).as("rows"),
                  functions.sum(FigureRows.ADDS).as("adds"),
                  distinct == null
                      ? functions.count(functions.lit(1)).as("counts")
                      : functions.countDistinct(functions.expr("(" + distinct + ")")).as("counts"))
              .first();
      if (side.numerator()) {
        records += row.getLong(0);
        k += row.getLong(2);
        sum = row.isNullAt(1) ? sum : sum.add(row.getDecimal(1));
      } else {
        divided = true;
        base += row.getLong(0);
        n += row.getLong(2);
      }
    }
    return switch (kind) {
      case COUNT, STOCK -> new Tally(records, null, k, null);
      case PROPORTION, RATE -> new Tally(records, base, k, n);
      case MEAN -> new Tally(records, divided ? base : null, sum.doubleValue(), n);
      case QUANTILE -> new Tally(records, null, null, k);
      case SCORE -> new Tally(records, null, records == 1 ? sum.doubleValue() : null, null);
    };
  }

  /** Whether a figure says the same; one that was not made (not received, not due) says nothing. */
  boolean agrees(@Nullable MetricRow figure) {
    if (figure == null || (figure.numerator() == null && figure.denominator() == null)) {
      return true;
    }
    return same(numerator, figure.numerator()) && same(denominator, figure.denominator());
  }

  private static boolean same(@Nullable Double one, @Nullable Double other) {
    return one == null ? other == null || other == 0 : one.equals(other);
  }
}
