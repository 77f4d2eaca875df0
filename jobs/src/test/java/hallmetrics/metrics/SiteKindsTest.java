package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.edition.MetricRow;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.settings.Target;
import hallmetrics.settings.Targets;
import hallmetrics.testing.TestCity;
import hallmetrics.testing.TestLedger;
import hallmetrics.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of metric a site can define for a table of its own, without Java. */
class SiteKindsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
  private static final Registers CITY = TestCity.registers();

  private static final String VISIT =
      """
      table: visit
      title: 来访
      key: [visit_no]
      event_date: came_ts
      place: { region: region_id, hall: hall_id }
      columns:
        visit_no:  { type: string, title: 编号, required: true }
        came_ts:   { type: timestamp, title: 来访时间, required: true }
        left_ts:   { type: timestamp, title: 离开时间 }
        due_ts:    { type: timestamp, title: 时限 }
        minutes:   { type: decimal, title: 分钟 }
        person:    { type: string, title: 来访人 }
        door:      { type: string, title: 入口 }
        region_id: { type: string, title: 区划 }
        hall_id:   { type: string, title: 大厅 }
      splits: { door: door }
      duty: { kind: VISIT, id: visit_no, opened: came_ts, due: due_ts, done: left_ts }
      measures:
        visits:       { on: came_ts, splits: [door] }
        visit_time:   { on: came_ts, sum: minutes, splits: [door] }
        long_visits:  { of: visits, where: minutes > 30 }
        visit_days:   { where: left_ts is not null, on: left_ts, days: "working_days_between(came_ts, left_ts)" }
        visitors:     { on: came_ts, distinct: person, splits: [door] }
      metrics:
        visit_minutes: { title: 平均时长, mean: [visit_time, visits], definition: x, valid_from: 2020-01-01, splits: [door] }
        minutes_spent: { title: 总时长, count: visit_time, definition: x, valid_from: 2020-01-01, splits: [door] }
        visit_median:  { title: 中位用时, quantile: { of: visit_days, q: 0.5 }, definition: x, valid_from: 2020-01-01 }
        visit_p90:     { title: 九成用时, quantile: { of: visit_days, q: 0.9 }, definition: x, valid_from: 2020-01-01 }
        visitor_count: { title: 来访人数, count: visitors, definition: x, valid_from: 2020-01-01, splits: [door] }
        open_visits:   { title: 在厅, stock: { of: visit, state: all }, definition: x, valid_from: 2020-01-01, splits: [age] }
        late_visits:   { title: 超时, stock: { of: visit, state: overdue }, definition: x, valid_from: 2020-01-01 }
        long_share:    { title: 久候率, ratio: [long_visits, visits], definition: x, valid_from: 2026-01-01 }
        long_share@2:  { title: 久候率, ratio: [long_visits, long_visits], definition: x, valid_from: 2026-10-16 }
      """;

  private static final String CARD =
      """
      table: card
      title: 评分表
      key: [region_id, stated_on]
      event_date: stated_on
      place: { region: region_id }
      columns:
        region_id: { type: string, title: 区划, required: true }
        stated_on: { type: date, title: 日期, required: true }
        points:    { type: decimal, title: 分值, required: true }
      metrics:
        card_points: { title: 得分, kind: score, value: points, on: stated_on, definition: x, valid_from: 2020-01-01, better: higher }
      """;

  @TempDir private static Path folder;

  private static Catalogue catalogue;
  private static TestLedger ledger;
  private static View view;

  @BeforeAll
  static void oneNight() throws IOException {
    Path site = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(site.resolve("visit.yaml"), VISIT);
    Files.writeString(site.resolve("card.yaml"), CARD);
    catalogue = CatalogueLoader.load(Optional.of(site));
    ledger = new TestLedger(folder, catalogue, CITY);
    view = ledger.night(AS_OF, Map.of("visit", visits(), "card", cards()));
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  private static List<Map<String, String>> visits() {
    String[][] rows = {
      // no, came, left, due, minutes, person, door, region, hall
      {"v1", "2026-10-12", "2026-10-12", "2026-10-12", "10", "a", "N", "D1", "H2"},
      {"v2", "2026-10-12", "2026-10-13", "2026-10-12", "20.5", "b", "N", "D1", "H2"},
      {"v3", "2026-10-13", "2026-10-19", "2026-10-20", "40", "a", "S", "D2", "H3"},
      {"v4", "2026-10-19", "2026-10-26", "2026-10-20", "35", "a", "S", "D2", "H3"},
      {"v5", "2026-10-20", null, "2026-10-21", "5", "c", null, "T1", null},
      {"v6", "2026-10-30", null, null, "60", "c", "N", "nowhere", "H1"},
      {"v7", "2026-09-30", null, "2026-10-31", "1", "d", "N", "D1", "H2"},
      {"v8", "2025-09-01", null, "2025-09-02", "1", "d", "N", "D1", "H2"},
    };
    String[] columns = {
      "visit_no",
      "came_ts",
      "left_ts",
      "due_ts",
      "minutes",
      "person",
      "door",
      "region_id",
      "hall_id"
    };
    List<Map<String, String>> visits = new ArrayList<>();
    for (String[] row : rows) {
      Map<String, String> visit = new java.util.HashMap<>();
      for (int i = 0; i < columns.length; i++) {
        if (row[i] != null) {
          visit.put(columns[i], columns[i].endsWith("_ts") ? row[i] + " 10:00:00" : row[i]);
        }
      }
      visits.add(visit);
    }
    return visits;
  }

  private static List<Map<String, String>> cards() {
    return List.of(
        Map.of("region_id", "D1", "stated_on", "2026-10-31", "points", "98.500001"),
        Map.of("region_id", "D2", "stated_on", "2026-10-31", "points", "98.5"),
        Map.of("region_id", "C", "stated_on", "2026-10-31", "points", "97"),
        Map.of("region_id", "D1", "stated_on", "2026-09-30", "points", "90"));
  }

  private static List<MetricRow> compute(String period, String... metrics) {
    return new MetricsJob(ledger.session())
        .compute(
            new MetricsRequest(
                view,
                catalogue,
                CITY,
                TestLedger.CALENDAR,
                new Targets(List.of(new Target("visit_minutes", "ALL", "", 30, null, null, null))),
                List.of(Period.parse(period)),
                AS_OF,
                Map.of(),
                () -> NotReceived.NOTHING,
                Set.of(metrics),
                false,
                MetricsRequest.LOOK_BACK_DAYS));
  }

  private static MetricRow row(List<MetricRow> rows, String metric, String scope, String id) {
    return rows.stream()
        .filter(one -> one.metric().equals(metric) && one.split().isEmpty())
        .filter(one -> one.scope().equals(scope) && one.scopeId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> splits(List<MetricRow> rows, String metric, String scope, String id) {
    return rows.stream()
        .filter(one -> one.metric().equals(metric) && !one.split().isEmpty())
        .filter(one -> one.scope().equals(scope) && one.scopeId().equals(id))
        .map(one -> one.splitValue() + "=" + one.value())
        .toList();
  }

  @Test
  void aMeanDividesTheSumOnce() {
    List<MetricRow> rows = compute("2026-10", "visit_minutes");
    MetricRow city = row(rows, "visit_minutes", "ALL", "");
    assertThat(city.numerator()).isEqualTo(170.5);
    assertThat(city.denominator()).isEqualTo(6);
    assertThat(city.value()).isEqualTo(170.5 / 6);
    assertThat(city.target()).isEqualTo(30);
    assertThat(city.previous()).isEqualTo(1);
    assertThat(row(rows, "visit_minutes", "REGION", "D3").value()).isEqualTo(5);
    assertThat(row(rows, "visit_minutes", "REGION", "D4").value()).isNull();
    assertThat(splits(rows, "visit_minutes", "ALL", ""))
        .containsExactly("(none)=5.0", "N=" + 90.5 / 3, "S=37.5");
  }

  @Test
  void aCountOfAMeasureThatSumsAColumnIsTheSum() {
    List<MetricRow> rows = compute("2026-10", "minutes_spent");
    assertThat(row(rows, "minutes_spent", "ALL", "").value()).isEqualTo(170.5);
    assertThat(splits(rows, "minutes_spent", "ALL", ""))
        .containsExactly("(none)=5.0", "N=90.5", "S=75.0");
  }

  @Test
  void quantilesAreReadOffTheHistogramOfWorkingDays() {
    List<MetricRow> rows = compute("2026-10", "visit_median", "visit_p90");
    MetricRow median = row(rows, "visit_median", "ALL", "");
    // working days 0, 1, 4, 5
    assertThat(median.value()).isEqualTo(1);
    assertThat(median.denominator()).isEqualTo(4);
    assertThat(median.numerator()).isNull();
    assertThat(row(rows, "visit_p90", "ALL", "").value()).isEqualTo(5);
    assertThat(row(rows, "visit_median", "HALL", "H2").value()).isEqualTo(0);
    assertThat(row(rows, "visit_median", "HALL", "H1").state()).isEqualTo("NO_BUSINESS");
  }

  @Test
  void distinctValuesAddNeitherOverDaysNorOverRegions() {
    List<MetricRow> rows = compute("2026-10", "visitor_count");
    assertThat(row(rows, "visitor_count", "ALL", "").value()).isEqualTo(3);
    assertThat(row(rows, "visitor_count", "REGION", "D1").value()).isEqualTo(2);
    assertThat(row(rows, "visitor_count", "REGION", "D2").value()).isEqualTo(1);
    assertThat(row(rows, "visitor_count", "REGION", "D3").value()).isEqualTo(1);
    assertThat(row(rows, "visitor_count", "REGION", "C").value()).isEqualTo(3);
    assertThat(row(rows, "visitor_count", "REGION", "(none)").value()).isEqualTo(1);
    assertThat(row(rows, "visitor_count", "ALL", "").previous()).isEqualTo(1);
    assertThat(splits(rows, "visitor_count", "ALL", ""))
        .containsExactly("(none)=1.0", "N=3.0", "S=1.0");
  }

  @Test
  void aStockIsWhatIsOpenAtTheEndAndBeganWithinReach() {
    List<MetricRow> rows = compute("2026-10", "open_visits", "late_visits");
    assertThat(row(rows, "open_visits", "ALL", "").value()).isEqualTo(3);
    assertThat(row(rows, "late_visits", "ALL", "").value()).isEqualTo(2);
    assertThat(row(rows, "late_visits", "REGION", "D3").value()).isEqualTo(1);
    // v7, and v8 which began 394 days before
    assertThat(row(rows, "open_visits", "ALL", "").previous()).isEqualTo(2);
    assertThat(splits(rows, "open_visits", "ALL", ""))
        .containsExactly("0-5=1.0", "16+=1.0", "6-15=1.0");
  }

  @Test
  void eachDefinitionCountsItsOwnDays() {
    MetricRow october = row(compute("2026-10", "long_share"), "long_share", "ALL", "");
    // until the 15th: v3 of v1 v2 v3; from the 16th: v4 v6 of themselves
    assertThat(october.numerator()).isEqualTo(3);
    assertThat(october.denominator()).isEqualTo(5);
    assertThat(october.definitionVersion()).isEqualTo(2);
    assertThat(october.comparable()).isFalse();
    MetricRow day = row(compute("2026-10-12", "long_share"), "long_share", "ALL", "");
    assertThat(day.definitionVersion()).isEqualTo(1);
    assertThat(day.comparable()).isTrue();
    assertThat(compute("2025-10", "long_share")).isEmpty();
  }

  @Test
  void aScoreIsWhatWasStatedForThePlaceItself() {
    List<MetricRow> rows = compute("2026-10", "card_points");
    assertThat(row(rows, "card_points", "REGION", "D1").value()).isEqualTo(98.500001);
    assertThat(row(rows, "card_points", "REGION", "D1").previous()).isEqualTo(90);
    assertThat(row(rows, "card_points", "REGION", "C").value()).isEqualTo(97);
    assertThat(row(rows, "card_points", "REGION", "D3").value()).isNull();
    assertThat(row(rows, "card_points", "REGION", "D3").state()).isEqualTo("NO_BUSINESS");
    assertThat(row(rows, "card_points", "REGION", "D1").low()).isNull();
  }

  @Test
  void twoStatedScoresInOnePeriodAreAnError() {
    assertThatThrownBy(() -> compute("2026", "card_points"))
        .isInstanceOf(HallException.class)
        .hasMessageContaining("score-stated-twice")
        .hasMessageContaining("一区");
  }
}
