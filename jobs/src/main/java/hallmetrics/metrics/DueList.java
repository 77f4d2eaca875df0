package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.edition.DueRow;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.schema.Duty;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import hallmetrics.time.Shanghai;
import hallmetrics.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What is due, as read on the morning after a day: TODAY falls due on that morning's day, OVERDUE
 * was open and due by the end of the day, SOON falls due within two working days after the morning.
 */
public final class DueList {
  private static final int SOON_DAYS = 2;

  private final View view;
  private final Catalogue catalogue;
  private final Registers registers;
  private final WorkCalendar calendar;
  private final LocalDate day;
  private final int lookBackDays;

  /** The list of a day, looking back as far as usual. */
  public DueList(
      View view, Catalogue catalogue, Registers registers, WorkCalendar calendar, LocalDate day) {
    this(view, catalogue, registers, calendar, day, MetricsRequest.LOOK_BACK_DAYS);
  }

  /**
   * The list of a day.
   *
   * @param lookBackDays how many days back a duty may have begun; older ones are left out
   */
  public DueList(
      View view,
      Catalogue catalogue,
      Registers registers,
      WorkCalendar calendar,
      LocalDate day,
      int lookBackDays) {
    this.view = view;
    this.catalogue = catalogue;
    this.registers = registers;
    this.calendar = calendar;
    this.day = day;
    this.lookBackDays = lookBackDays;
  }

  /** The rows: overdue first, then by deadline, kind and number. */
  public List<DueRow> rows() {
    Map<String, Duty> duties = new LinkedHashMap<>();
    for (TableSchema table : catalogue.tables().values()) {
      put(duties, table.name(), table.duty());
    }
    Map<String, String> came = view.firstMonths();
    for (Derived derived : catalogue.derived().values()) {
      // where no answer can come, nobody is late with one
      if (came.keySet().containsAll(catalogue.tablesRead(derived.name()))) {
        put(duties, derived.name(), derived.duty());
      }
    }
    List<DueRow> rows = new ArrayList<>();
    try (Kept kept = new Kept()) {
      duties.entrySet().stream()
          .map(entry -> open(entry.getKey(), entry.getValue(), kept))
          .reduce(Dataset::union)
          .ifPresent(all -> all.collectAsList().forEach(open -> rows.add(row(open))));
    }
    rows.sort(
        Comparator.comparing(DueRow::dueTs)
            .thenComparing(DueRow::kind)
            .thenComparing(DueRow::id)
            .thenComparing(DueRow::openedTs));
    return rows;
  }

  private static void put(Map<String, Duty> duties, String table, @Nullable Duty duty) {
    if (duty != null) {
      duties.put(table, duty);
    }
  }

  private LocalDate horizon() {
    return calendar.plusWorkdays(day.plusDays(1), SOON_DAYS).date();
  }

  private Dataset<Row> open(String table, Duty duty, Kept kept) {
    Place place = catalogue.place(table);
    String open =
        "event_date > date'"
            + day.minusDays(lookBackDays)
            + "' and "
            + Stocks.open(duty, Stocks.endOf(day))
            + " and ("
            + duty.due()
            + ") <= "
            + Stocks.endOf(horizon());
    DerivedRows derived =
        new DerivedRows(view, catalogue, List.of(new Span(day, day)), lookBackDays, kept::keep);
    return derived
        .meeting(table, open)
        .select(
            functions.lit(duty.kind()).as("kind"),
            functions
                .coalesce(functions.expr(duty.id()).cast("string"), functions.lit(""))
                .as("id"),
            text(place.region()).as("region"),
            text(place.org()).as("org"),
            text(place.hall()).as("hall"),
            text(place.window()).as("window"),
            functions.expr(duty.opened()).cast("timestamp").as("opened"),
            functions.expr(duty.due()).cast("timestamp").as("due"),
            functions.col("event_date"),
            functions.lit(place.regionOfOrg()).as("region_of_org"));
  }

  private static Column text(@Nullable String column) {
    return column == null
        ? functions.lit(null).cast("string")
        : functions.expr(column).cast("string");
  }

  private DueRow row(Row row) {
    Instant due = row.getInstant(7);
    LocalDate dueDay = Shanghai.date(due);
    LocalDate morning = day.plusDays(1);
    LocalDate event = row.getLocalDate(8);
    String kind = dueDay.isBefore(morning) ? "OVERDUE" : dueDay.equals(morning) ? "TODAY" : "SOON";
    int left =
        dueDay.isBefore(morning)
            ? -calendar.workdaysBetween(dueDay, morning)
            : calendar.workdaysBetween(morning, dueDay);
    return new DueRow(
        row.getString(0),
        row.getString(1),
        region(row, event),
        registers.resolveOrg(row.getString(3), event),
        registers.resolveHall(row.getString(4), event),
        registers.resolveWindow(row.getString(5), event),
        row.getInstant(6),
        due,
        kind,
        left,
        !calendar.covers(dueDay) || calendar.status(dueDay) == WorkCalendar.Status.PROVISIONAL);
  }

  private @Nullable String region(Row row, LocalDate event) {
    String own = row.getString(2);
    return own == null && row.getBoolean(9)
        ? registers.regionOfOrg(row.getString(3), event)
        : registers.resolveRegion(own, event);
  }
}
