package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.ledger.View;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Whole derived tables for whoever asks by hand, as figures see them. */
public final class DerivedTables {
  private final View view;
  private final Catalogue catalogue;
  private final @Nullable LocalDate asOf;

  /**
   * Derived tables of a view.
   *
   * @param asOf the day up to which it was decided; null where no file said
   */
  public DerivedTables(View view, Catalogue catalogue, @Nullable LocalDate asOf) {
    this.view = view;
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  /**
   * All rows of a derived table from the first month with counts to two months after the last day;
   * what answers a row stands in the struct {@code j}, null where nothing does.
   *
   * @param table name of a derived table of the catalogue
   */
  public Dataset<Row> of(String table) {
    LocalDate last = asOf == null ? LocalDate.EPOCH : asOf;
    LocalDate first =
        view.firstMonths().values().stream()
            .min(String::compareTo)
            .map(month -> YearMonth.parse(month).atDay(1))
            .filter(day -> day.isBefore(last))
            .orElse(last);
    return new DerivedRows(view, catalogue, List.of(new Span(first, last)), 0).of(table);
  }
}
