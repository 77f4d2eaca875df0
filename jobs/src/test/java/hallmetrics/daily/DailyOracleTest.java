package hallmetrics.daily;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.testing.RandomRatings;
import hallmetrics.testing.TestCity;
import hallmetrics.testing.TestLedger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counts of a recount are those of a plain loop over the rows that count. */
class DailyOracleTest {
  private static final Catalogue CATALOGUE = CatalogueLoader.load(Optional.empty());
  private static final Registers CITY = TestCity.registers();

  private static final Map<String, Predicate<Map<String, String>>> MEASURES =
      Map.of(
          "evaluations",
          row -> true,
          "valid_ratings",
          DailyOracleTest::valid,
          "active_ratings",
          row -> valid(row) && !isDefault(row),
          "ratings_all",
          row -> valid(row) && first(row),
          "good_ratings_all",
          row -> valid(row) && first(row) && level(row) >= 3,
          "ratings",
          DailyOracleTest::headline,
          "good_ratings",
          row -> headline(row) && level(row) >= 3,
          "bad_ratings",
          row -> headline(row) && level(row) <= 2,
          DailyJob.ROWS,
          row -> true);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsAreThoseOfAPlainLoop(long seed) {
    RandomRatings ratings = new RandomRatings(seed);
    try (TestLedger ledger = new TestLedger(folder, CATALOGUE, CITY)) {
      ledger.night(LocalDate.of(2026, 10, 30), Map.of("evaluation", ratings.night(300)));
      View view =
          ledger.night(LocalDate.of(2026, 10, 31), Map.of("evaluation", ratings.night(200)));

      assertThat(daily(view)).as("seed %d", seed).isEqualTo(expected(ratings.counting()));
    }
  }

  private static SortedMap<String, Long> daily(View view) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Row row : view.daily().collectAsList()) {
      List<Object> key = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        key.add(row.get(i));
      }
      assertThat(counts.put(key.toString(), row.getLong(8))).as("twice: %s", key).isNull();
      assertThat(row.isNullAt(9)).isTrue();
    }
    return counts;
  }

  private static SortedMap<String, Long> expected(List<Map<String, String>> rows) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Map<String, String> row : rows) {
      MEASURES.forEach(
          (measure, counted) -> {
            if (counted.test(row)) {
              places(row, measure).forEach((scope, id) -> count(counts, row, measure, scope, id));
            }
          });
    }
    return counts;
  }

  private static void count(
      SortedMap<String, Long> counts,
      Map<String, String> row,
      String measure,
      String scope,
      String id) {
    String day = told(row, "assess_ts").substring(0, 10);
    String start =
        "[evaluation, "
            + day.substring(0, 7)
            + ", "
            + measure
            + ", "
            + day
            + ", "
            + scope
            + ", "
            + id
            + ", ";
    counts.merge(start + ", ]", 1L, Long::sum);
    if (!Set.of("WINDOW", "ITEM").contains(scope)) {
      splits(row, measure)
          .forEach(
              (split, value) -> counts.merge(start + split + ", " + value + "]", 1L, Long::sum));
    }
  }

  private static Map<String, String> splits(Map<String, String> row, String measure) {
    Map<String, String> all = new TreeMap<>();
    all.put("channel", row.get("channel"));
    all.put("mode", row.getOrDefault("mode", "(none)"));
    all.put("satisfaction", row.get("satisfaction"));
    all.put("case_type", row.getOrDefault("case_type", "(none)"));
    all.put("target", row.get("target_type"));
    all.put("standing", !valid(row) ? "INVALID" : isDefault(row) ? "DEFAULT" : "ACTIVE");
    all.put("source", "test");
    Set<String> used =
        switch (measure) {
          case DailyJob.ROWS -> Set.of("source");
          case "evaluations" -> Set.of("standing", "channel", "mode", "target");
          case "ratings", "good_ratings", "bad_ratings" ->
              Set.of("channel", "mode", "satisfaction", "case_type");
          default -> Set.of("channel", "mode");
        };
    all.keySet().retainAll(used);
    return all;
  }

  private static Map<String, String> places(Map<String, String> row, String measure) {
    LocalDate day = LocalDate.parse(told(row, "assess_ts").substring(0, 10));
    Map<String, String> places = new TreeMap<>();
    places.put("ALL", "");
    places.put("REGION", named(CITY.resolveRegion(row.get("region_id"), day)));
    places.put("HALL", named(CITY.resolveHall(row.get("hall_id"), day)));
    if (!measure.equals(DailyJob.ROWS)) {
      places.put("ORG", named(CITY.resolveOrg(row.get("org_code"), day)));
      places.put("WINDOW", named(CITY.resolveWindow(row.get("window_id"), day)));
      places.put("ITEM", named(row.get("item_code")));
    }
    return places;
  }

  private static String named(@Nullable String id) {
    return id == null ? "(none)" : id;
  }

  private static String told(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static boolean valid(Map<String, String> row) {
    return told(row, "is_valid").equals("true");
  }

  private static boolean isDefault(Map<String, String> row) {
    return told(row, "is_default").equals("true");
  }

  private static boolean first(Map<String, String> row) {
    return told(row, "assess_number").equals("1");
  }

  private static int level(Map<String, String> row) {
    return Integer.parseInt(row.get("satisfaction"));
  }

  private static boolean headline(Map<String, String> row) {
    return valid(row) && !isDefault(row) && first(row);
  }
}
