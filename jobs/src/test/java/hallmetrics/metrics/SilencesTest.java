package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.edition.MetricRow;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.settings.Targets;
import hallmetrics.source.SourceSpec;
import hallmetrics.testing.TestCity;
import hallmetrics.testing.TestLedger;
import hallmetrics.time.Period;
import hallmetrics.time.Shanghai;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Halls that stop sending are missed, not counted as zero. */
class SilencesTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
  private static final Catalogue CATALOGUE = CatalogueLoader.load(Optional.empty());
  private static final Registers CITY = TestCity.registers();

  @TempDir private static Path folder;

  private static TestLedger ledger;
  private static View view;
  private static NotReceived missing;

  /** H1 sends to the end, H2 until 15 October, H3 too little, H4 until it closed in September. */
  @BeforeAll
  static void oneNight() {
    ledger = new TestLedger(folder, CATALOGUE, CITY);
    List<Map<String, String>> rows = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2026, 8, 20); !day.isAfter(AS_OF); day = day.plusDays(1)) {
      if (TestLedger.CALENDAR.isWorkday(day)) {
        ratings(rows, "H1", day, 12);
        ratings(rows, "H2", day, day.isAfter(LocalDate.of(2026, 10, 15)) ? 0 : 10);
        ratings(rows, "H3", day, day.isAfter(LocalDate.of(2026, 10, 15)) ? 0 : 9);
        ratings(rows, "H4", day, day.isAfter(LocalDate.of(2026, 9, 30)) ? 0 : 15);
      }
    }
    view = ledger.night(AS_OF, Map.of("evaluation", rows));
    missing =
        NotReceived.of(
            ledger.session(),
            view,
            CATALOGUE,
            CITY,
            TestLedger.CALENDAR,
            List.of(source("test", "workday", "hall")),
            AS_OF);
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  private static void ratings(
      List<Map<String, String>> rows, String hall, LocalDate day, int count) {
    Map<String, String> regions = Map.of("H1", "SBJ", "H2", "D1", "H3", "D2", "H4", "D3");
    for (int i = 0; i < count; i++) {
      rows.add(
          Map.of(
              "source_record_id", hall + day + i,
              "assess_ts", day + " 10:00:00",
              "satisfaction", "5",
              "assess_number", "1",
              "is_valid", "true",
              "is_default", "false",
              "channel", "QR",
              "hall_id", hall,
              "region_id", regions.get(hall)));
    }
  }

  private static SourceSpec source(String name, @Nullable String every, @Nullable String by) {
    return new SourceSpec(
        name,
        name,
        "evaluation",
        name,
        "csv",
        "*.csv",
        null,
        "2026-10-31",
        "utf-8",
        ',',
        null,
        1,
        null,
        false,
        null,
        62,
        every,
        by,
        List.of(),
        Map.of(),
        "test.yaml",
        1);
  }

  private static MetricRow figure(String period, String metric, String scope, String id) {
    return new MetricsJob(ledger.session())
            .compute(
                new MetricsRequest(
                    view,
                    CATALOGUE,
                    CITY,
                    TestLedger.CALENDAR,
                    new Targets(List.of()),
                    List.of(Period.parse(period)),
                    AS_OF,
                    Map.of(),
                    () -> missing,
                    Set.of(metric),
                    false,
                    MetricsRequest.LOOK_BACK_DAYS))
            .stream()
            .filter(row -> row.split().isEmpty())
            .filter(row -> row.scope().equals(scope) && row.scopeId().equals(id))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void onlyTheHallThatStoppedIsMissedAndOnlyOnExpectedDays() {
    assertThat(missing.gaps()).hasSize(1);
    NotReceived.Gap gap = missing.gaps().get(0);
    assertThat(gap.scopeId()).isEqualTo("H2");
    assertThat(gap.missing().first()).isEqualTo(LocalDate.of(2026, 10, 16));
    assertThat(gap.missing()).hasSize(11).doesNotContain(LocalDate.of(2026, 10, 18));
    assertThat(missing.during(Period.parse("2026-09"))).isEmpty();
  }

  @Test
  void aPeriodWithSuchADayIsPartialAndOneOfOnlySuchDaysIsNotReceived() {
    assertThat(figure("2026-10", "evaluations", "HALL", "H2").state()).isEqualTo("PARTIAL");
    assertThat(figure("2026-10", "evaluations", "ALL", "").state()).isEqualTo("PARTIAL");
    MetricRow day = figure("2026-10-20", "evaluations", "HALL", "H2");
    assertThat(day.state()).isEqualTo("NOT_RECEIVED");
    assertThat(day.numerator()).isNull();
    assertThat(day.value()).isNull();
    assertThat(figure("2026-10-20", "evaluations", "REGION", "D1").state())
        .isEqualTo("NOT_RECEIVED");
    assertThat(figure("2026-10-20", "evaluations", "REGION", "C").state()).isEqualTo("PARTIAL");
    assertThat(figure("2026-10-20", "evaluations", "HALL", "H1").state()).isEqualTo("OK");
  }

  @Test
  void aHallThatSendsLittleMayHaveNoBusiness() {
    MetricRow day = figure("2026-10-20", "praise_rate", "HALL", "H3");
    assertThat(day.state()).isEqualTo("NO_BUSINESS");
    assertThat(day.denominator()).isZero();
  }

  @Test
  void whatLiesBeforeTheFirstRowsWasNeverReceived() {
    assertThat(figure("2026-07", "evaluations", "ALL", "").state()).isEqualTo("NOT_RECEIVED");
    assertThat(figure("2026-07", "evaluations", "ALL", "").value()).isNull();
    assertThat(figure("2026-10", "tickets", "ALL", "").state()).isEqualTo("NOT_RECEIVED");
    assertThat(figure("2026-08", "evaluations", "ALL", "").previous()).isNull();
  }

  @Test
  void aTableIsReceivedUpToWhatEveryExpectedSourceReached() {
    List<DeliveryRecord> deliveries =
        List.of(
            delivery("a", "one", "2026-10-30", DeliveryState.READ),
            delivery("b", "two", "2026-10-28", DeliveryState.READ),
            delivery("c", "two", "2026-10-29", DeliveryState.READ),
            delivery("c", "two", "2026-10-29", DeliveryState.WITHDRAWN),
            delivery("d", "old", "2020-12-31", DeliveryState.READ));
    List<SourceSpec> both = List.of(source("one", "workday", "hall"), source("two", "day", "hall"));

    assertThat(Received.of(both, deliveries))
        .isEqualTo(Map.of("evaluation", LocalDate.of(2026, 10, 28)));
    assertThat(
            Received.of(
                List.of(source("one", "workday", "hall"), source("old", null, null)), deliveries))
        .isEqualTo(Map.of("evaluation", LocalDate.of(2026, 10, 30)));
    assertThat(Received.of(List.of(source("old", null, null)), deliveries))
        .isEqualTo(Map.of("evaluation", LocalDate.of(2020, 12, 31)));
    assertThat(Received.of(List.of(source("new", "day", "hall")), deliveries))
        .isEqualTo(Map.of("evaluation", LocalDate.MIN));
  }

  private static DeliveryRecord delivery(
      String sha256, String source, String day, DeliveryState state) {
    return new DeliveryRecord(
        sha256, source, "x.csv", Shanghai.startOfDay(LocalDate.parse(day)), 1, 1, state, null, "r");
  }
}
