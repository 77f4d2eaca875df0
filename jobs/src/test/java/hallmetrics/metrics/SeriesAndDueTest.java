package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.edition.DueRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.settings.Targets;
import hallmetrics.testing.TestCity;
import hallmetrics.testing.TestLedger;
import hallmetrics.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of what does not add over days, and states of what has not been judged yet. */
class SeriesAndDueTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
  private static final Registers CITY = TestCity.registers();

  private static final String VISIT =
      """
      table: visit
      title: 来访
      key: [visit_no]
      event_date: came_ts
      place: { region: region_id }
      columns:
        visit_no:  { type: string, title: 编号, required: true }
        came_ts:   { type: timestamp, title: 来访时间, required: true }
        left_ts:   { type: timestamp, title: 离开时间 }
        due_ts:    { type: timestamp, title: 时限 }
        person:    { type: string, title: 来访人 }
        region_id: { type: string, title: 区划 }
      duty: { kind: VISIT, id: visit_no, opened: came_ts, due: due_ts, done: left_ts }
      measures:
        visitors:       { on: came_ts, distinct: person }
        visits_due:     { on: due_ts }
        visits_on_time: { of: visits_due, where: left_ts <= due_ts }
      metrics:
        visitor_count: { title: 来访人数, count: visitors, definition: x, valid_from: 2020-01-01 }
        open_visits:   { title: 在厅, stock: { of: visit, state: all }, definition: x, valid_from: 2020-01-01 }
        on_time_rate:  { title: 按时率, ratio: [visits_on_time, visits_due], due: true, definition: x, valid_from: 2020-01-01 }
      """;

  @TempDir private static Path folder;

  private static Catalogue catalogue;
  private static TestLedger ledger;
  private static List<MetricRow> rows;
  private static List<Map<String, String>> brought;

  @BeforeAll
  static void oneNight() throws IOException {
    Path site = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(site.resolve("visit.yaml"), VISIT);
    catalogue = CatalogueLoader.load(Optional.of(site));
    ledger = new TestLedger(folder, catalogue, CITY);
    List<Map<String, String>> visits = new ArrayList<>();
    for (YearMonth m = YearMonth.of(2025, 9); !m.isAfter(YearMonth.of(2026, 10)); ) {
      LocalDate came = m.atDay(20);
      m = m.plusMonths(1);
      visits.add(visit("D1", came, m.atDay(5), came.plusDays(2)));
    }
    visits.add(visit("D2", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), AS_OF));
    brought = visits;
    rows = compute(ledger.night(AS_OF, Map.of("visit", visits)));
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  private static Map<String, String> visit(
      String region, LocalDate came, LocalDate left, LocalDate due) {
    String noon = " 12:00:00";
    return Map.of(
        "visit_no",
        region + came,
        "came_ts",
        came + noon,
        "left_ts",
        left + noon,
        "due_ts",
        due + noon,
        "person",
        region,
        "region_id",
        region);
  }

  private static List<MetricRow> compute(View view) {
    LocalDate begin = LocalDate.of(2025, 9, 1);
    return new MetricsJob(ledger.session())
        .compute(
            new MetricsRequest(
                view,
                catalogue,
                CITY,
                TestLedger.CALENDAR,
                new Targets(List.of()),
                List.of(Period.parse("2026-10")),
                AS_OF,
                Map.of("visit", AS_OF.minusDays(1)),
                () -> new NotReceived(List.of(), Map.of(), Map.of("visit", begin)),
                Set.of("open_visits", "visitor_count", "on_time_rate"),
                true,
                MetricsRequest.LOOK_BACK_DAYS));
  }

  private static MetricRow row(String metric, String region) {
    return rows.stream()
        .filter(one -> one.metric().equals(metric))
        .filter(one -> one.scope().equals("REGION") && one.scopeId().equals(region))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStockThatNeverChangesHasNoSignal() {
    MetricRow open = row("open_visits", "D1");
    assertThat(open.value()).isEqualTo(1);
    assertThat(open.yearAgo()).isEqualTo(1);
    assertThat(open.signal()).isEqualTo("NONE");
  }

  @Test
  void distinctValuesThatNeverChangeHaveNoSignal() {
    MetricRow visitors = row("visitor_count", "D1");
    assertThat(visitors.value()).isEqualTo(1);
    assertThat(visitors.signal()).isEqualTo("NONE");
    assertThat(row("visitor_count", "D2").signal()).isEqualTo("OUTSIDE");
  }

  @Test
  void onlyWhatFallsDueOnDaysLeftIsNotDueYet() {
    MetricRow judged = row("on_time_rate", "D1");
    assertThat(judged.denominator()).isEqualTo(1);
    assertThat(judged.state()).isEqualTo("OK");
    assertThat(row("on_time_rate", "D2").state()).isEqualTo("NOT_DUE");
    assertThat(row("on_time_rate", "D2").denominator()).isEqualTo(0);
    assertThat(row("on_time_rate", "D3").state()).isEqualTo("NO_BUSINESS");
  }

  /** Of wide tables Spark gives up compiling a stage as a whole: functions must not notice. */
  @Test
  void stagesThatAreNotCompiledAsAWholeGiveTheSameFigures() {
    List<DueRow> due = due(ledger.view());
    assertThat(due).isNotEmpty();
    ledger.session().conf().set("spark.sql.codegen.wholeStage", "false");
    try {
      View again = ledger.night(AS_OF, Map.of("visit", brought));
      assertThat(compute(again)).isEqualTo(rows);
      assertThat(due(again)).isEqualTo(due);
    } finally {
      ledger.session().conf().unset("spark.sql.codegen.wholeStage");
    }
  }

  private static List<DueRow> due(View view) {
    LocalDate inside = LocalDate.of(2026, 10, 1);
    return new DueList(view, catalogue, CITY, TestLedger.CALENDAR, inside).rows();
  }
}
