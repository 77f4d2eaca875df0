package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.daily.DailyJob;
import hallmetrics.edition.MetricRow;
import hallmetrics.ledger.CountBlock;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.settings.Targets;
import hallmetrics.testing.RandomRatings;
import hallmetrics.testing.RandomRectifications;
import hallmetrics.testing.TestCity;
import hallmetrics.testing.TestLedger;
import hallmetrics.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a seeded city over three nights are those of a plain loop, and keep the laws. */
class MetricsOracleTest {
  private static final long SEED = 7;
  private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
  private static final Catalogue CATALOGUE = CatalogueLoader.load(Optional.empty());
  private static final Registers CITY = TestCity.registers();
  private static final Set<String> METRICS =
      Set.of(
          "evaluations",
          "praise_rate",
          "bad_count",
          "active_share",
          "level_share",
          "rectification_rate",
          "rectification_on_time_rate");

  @TempDir private static Path folder;

  private static TestLedger ledger;
  private static View view;
  private static PlainCity plain;

  @BeforeAll
  static void threeNights() {
    ledger = new TestLedger(folder, CATALOGUE, CITY);
    RandomRatings ratings = new RandomRatings(SEED);
    ledger.night(LocalDate.of(2026, 10, 29), Map.of("evaluation", ratings.night(500)));
    ledger.night(LocalDate.of(2026, 10, 30), Map.of("evaluation", ratings.night(200)));
    List<Map<String, String>> last = ratings.night(200);
    List<Map<String, String>> rectifications =
        new RandomRectifications(SEED).of(ratings.counting());
    view = ledger.night(AS_OF, Map.of("evaluation", last, "rectification", rectifications));
    plain = new PlainCity(CITY, ratings.counting(), rectifications);
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  private static List<MetricRow> compute(Period... periods) {
    return new MetricsJob(ledger.session())
        .compute(
            new MetricsRequest(
                view,
                CATALOGUE,
                CITY,
                TestLedger.CALENDAR,
                new Targets(List.of()),
                List.of(periods),
                AS_OF,
                Map.of(),
                () -> NotReceived.NOTHING,
                METRICS,
                false,
                MetricsRequest.LOOK_BACK_DAYS));
  }

  @Test
  void everyGrainIsThatOfAPlainLoop() {
    List<Period> periods =
        List.of(
            Period.day(LocalDate.of(2026, 10, 9)),
            Period.monthToDate(LocalDate.of(2026, 9, 17)),
            Period.week(LocalDate.of(2026, 10, 1)),
            Period.parse("2026-06"),
            Period.parse("2026-10"),
            Period.parse("2026-Q3"),
            Period.parse("2026"),
            Period.parse("2026-08-YTD"),
            Period.range(LocalDate.of(2026, 6, 20), LocalDate.of(2026, 7, 10)));
    List<MetricRow> rows = compute(periods.toArray(Period[]::new));
    List<String> wrong = new ArrayList<>();
    int counted = 0;
    for (MetricRow row : rows) {
      Period period =
          periods.stream()
              .filter(one -> one.toString().equals(row.period()))
              .filter(one -> one.grain().name().equals(row.grain()))
              .findFirst()
              .orElseThrow();
      PlainCity.Fraction expected = plain.figure(row, period, AS_OF);
      counted += expected.k() > 0 ? 1 : 0;
      Double k = row.numerator();
      Double n = row.denominator();
      boolean same = k != null && expected.k() == k && (n == null || expected.n() == n);
      if (!same) {
        wrong.add(expected + " expected: " + row);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(counted).isGreaterThan(500);
  }

  @Test
  void everyPlaceOfTheRegistersHasOneUnsplitRow() {
    Period month = Period.parse("2026-10");
    Map<String, Set<String>> places = new TreeMap<>();
    for (MetricRow row : compute(month)) {
      if (row.metric().equals("praise_rate") && row.split().isEmpty()) {
        assertThat(places.computeIfAbsent(row.scope(), scope -> new TreeSet<>()).add(row.scopeId()))
            .isTrue();
      }
    }
    assertThat(places.get("REGION"))
        .containsExactlyInAnyOrder("C", "SBJ", "D1", "D2", "D3", "T1", "D4", "(none)");
    assertThat(places.get("HALL")).containsExactlyInAnyOrder("H1", "H2", "H3", "(none)");
    assertThat(places.get("ORG")).containsExactlyInAnyOrder("GA", "RS", "ZJ", "(none)");
    assertThat(places.get("ITEM")).containsExactlyInAnyOrder("I1", "I2", "I3", "(none)");
  }

  @Test
  void daysAddToMonthsAndPartsToTheirWhole() {
    List<Period> days = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2026, 9, 1); day.getMonthValue() == 9; ) {
      days.add(Period.day(day));
      day = day.plusDays(1);
    }
    Map<List<String>, double[]> sums = new HashMap<>();
    for (MetricRow row : compute(days.toArray(Period[]::new))) {
      add(
          sums,
          List.of(row.metric(), row.scope(), row.scopeId(), row.split(), row.splitValue()),
          row);
    }
    for (MetricRow row : compute(Period.parse("2026-09"))) {
      List<String> key =
          List.of(row.metric(), row.scope(), row.scopeId(), row.split(), row.splitValue());
      double[] sum = sums.getOrDefault(key, new double[2]);
      assertThat(row.numerator()).as("%s", row).isEqualTo(sum[0]);
      boolean part = row.metric().equals("level_share") && !row.split().isEmpty();
      if (row.denominator() != null && !part) {
        assertThat(row.denominator()).as("%s", row).isEqualTo(sum[1]);
      }
    }
  }

  @Test
  void regionsAddToTheCityAndARateLiesBetweenItsParts() {
    List<MetricRow> rows = compute(Period.parse("2026-10"));
    for (String metric : List.of("praise_rate", "rectification_rate", "evaluations")) {
      Map<List<String>, double[]> sums = new HashMap<>();
      double low = 1;
      double high = 0;
      MetricRow city = null;
      for (MetricRow row : rows) {
        if (row.metric().equals(metric) && row.split().isEmpty()) {
          if (row.scope().equals("REGION") && !Set.of("C", "T1").contains(row.scopeId())) {
            add(sums, List.of("parts"), row);
            Double value = row.value();
            low = value == null ? low : Math.min(low, value);
            high = value == null ? high : Math.max(high, value);
          }
          if (row.scope().equals("ALL") || row.scopeId().equals("C")) {
            add(sums, List.of(row.scope()), row);
            city = row;
          }
        }
      }
      assertThat(sums.get(List.of("parts")))
          .isEqualTo(sums.get(List.of("ALL")))
          .isEqualTo(sums.get(List.of("REGION")));
      if (city != null && city.denominator() != null) {
        assertThat(city.value()).isBetween(low, high);
      }
    }
  }

  private static void add(Map<List<String>, double[]> sums, List<String> key, MetricRow row) {
    double[] sum = sums.computeIfAbsent(key, fresh -> new double[2]);
    sum[0] += row.numerator() == null ? 0 : row.numerator();
    sum[1] += row.denominator() == null ? 0 : row.denominator();
  }

  @Test
  void countingNightByNightEqualsCountingEverythingAgain() {
    Set<String> months = Set.of("2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11");
    Dataset<Row> again =
        ((org.apache.spark.sql.classic.SparkSession) ledger.session())
            .internalCreateDataFrame(
                new DailyJob(ledger.session(), CATALOGUE, CITY)
                    .recount(view, Map.of("evaluation", months, "rectification", months), Map.of())
                    .flatMap(CountBlock::rows)
                    .rdd(),
                LedgerSchema.daily(),
                false);
    Dataset<Row> kept = view.daily();

    assertThat(kept.count()).isGreaterThan(1000);
    assertThat(kept.exceptAll(again).collectAsList()).isEmpty();
    assertThat(again.exceptAll(kept).collectAsList()).isEmpty();
  }

  @Test
  void nothingOfNothingIsAbsentAndIntervalsHoldTheirValue() {
    for (MetricRow row : compute(Period.parse("2026-06"), Period.parse("2025-12"))) {
      if (row.denominator() != null) {
        assertThat(row.value() == null).as("%s", row).isEqualTo(row.denominator() == 0);
      }
      if (row.value() == null) {
        assertThat(row.state()).isNotEqualTo("OK");
        assertThat(row.low()).isNull();
      } else if (row.kind().equals("PROPORTION")) {
        assertThat(row.value()).isBetween(row.low(), row.high());
      }
    }
  }
}
