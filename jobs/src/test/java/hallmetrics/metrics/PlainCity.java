package hallmetrics.metrics;

import hallmetrics.edition.MetricRow;
import hallmetrics.region.Registers;
import hallmetrics.testing.TestLedger;
import hallmetrics.testing.TestRows;
import hallmetrics.time.Period;
import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ratings and rectifications of the test city counted by plain loops: the oracle of figures. */
record PlainCity(
    Registers city, List<Map<String, String>> ratings, List<Map<String, String>> rectifications) {

  record Fraction(long k, long n) {}

  /** Numerator and denominator that a row should have; k alone for a count. */
  Fraction figure(MetricRow row, Period period, LocalDate asOf) {
    long k = 0;
    long n = 0;
    for (Map<String, String> rating : ratings) {
      if (!belongs(rating, row, period.last())) {
        continue;
      }
      Instant day = day(rating, row.metric());
      LocalDate date = day == null ? null : Shanghai.date(day);
      boolean due = row.metric().equals("rectification_on_time_rate");
      if (date == null || !period.contains(date) || (due && date.isAfter(asOf))) {
        continue;
      }
      boolean whole = whole(rating, row.metric());
      boolean share = row.metric().equals("level_share") || splitHolds(rating, row);
      n += whole && share ? 1 : 0;
      k += whole && splitHolds(rating, row) && part(rating, row.metric()) ? 1 : 0;
    }
    return new Fraction(k, n);
  }

  private boolean belongs(Map<String, String> rating, MetricRow row, LocalDate end) {
    LocalDate day = LocalDate.parse(TestRows.told(rating, "assess_ts").substring(0, 10));
    String id =
        switch (row.scope()) {
          case "ALL" -> "";
          case "REGION" -> region(rating, row.scopeId(), day, end);
          case "ORG" -> named(city.resolveOrg(rating.get("org_code"), day));
          case "HALL" -> named(city.resolveHall(rating.get("hall_id"), day));
          case "WINDOW" -> named(city.resolveWindow(rating.get("window_id"), day));
          default -> named(rating.get("item_code"));
        };
    return id.equals(row.scopeId());
  }

  private String region(Map<String, String> rating, String asked, LocalDate day, LocalDate end) {
    String own = city.resolveRegion(rating.get("region_id"), day);
    boolean inside = own == null ? asked.equals("C") : city.upwards(own, end).contains(asked);
    return inside ? asked : named(own);
  }

  private static String named(@Nullable String id) {
    return id == null ? "(none)" : id;
  }

  private static boolean splitHolds(Map<String, String> rating, MetricRow row) {
    if (row.split().isEmpty()) {
      return true;
    }
    String value =
        switch (row.split()) {
          case "standing" ->
              "false".equals(rating.get("is_valid"))
                  ? "INVALID"
                  : "true".equals(rating.get("is_default")) ? "DEFAULT" : "ACTIVE";
          case "target" -> TestRows.told(rating, "target_type");
          default -> named(rating.get(row.split()));
        };
    return value.equals(row.splitValue());
  }

  private static boolean headline(Map<String, String> rating) {
    return "true".equals(rating.get("is_valid"))
        && "false".equals(rating.get("is_default"))
        && "1".equals(rating.get("assess_number"));
  }

  private static int level(Map<String, String> rating) {
    return Integer.parseInt(rating.get("satisfaction"));
  }

  private boolean whole(Map<String, String> rating, String metric) {
    return switch (metric) {
      case "evaluations" -> true;
      case "active_share" -> "true".equals(rating.get("is_valid"));
      case "bad_count" -> headline(rating) && level(rating) <= 2;
      case "rectification_rate", "rectification_on_time_rate" -> {
        Map<String, String> row = rectification(rating);
        yield headline(rating)
            && level(rating) <= 2
            && !(row != null && "FALSE".equals(row.get("verify_result")));
      }
      default -> headline(rating);
    };
  }

  private boolean part(Map<String, String> rating, String metric) {
    return switch (metric) {
      case "praise_rate" -> level(rating) >= 3;
      case "active_share" -> "false".equals(rating.get("is_default"));
      case "rectification_rate" -> done(rating) != null;
      case "rectification_on_time_rate" -> {
        Instant done = done(rating);
        yield done != null && !done.isAfter(due(rating));
      }
      default -> true;
    };
  }

  private @Nullable Instant day(Map<String, String> rating, String metric) {
    return metric.equals("rectification_on_time_rate")
        ? due(rating)
        : TestRows.moment(TestRows.told(rating, "assess_ts"));
  }

  private @Nullable Instant done(Map<String, String> rating) {
    Map<String, String> row = rectification(rating);
    return row == null || row.get("done_ts") == null ? null : TestRows.moment(row.get("done_ts"));
  }

  private Instant due(Map<String, String> rating) {
    Map<String, String> row = rectification(rating);
    if (row != null && row.get("due_ts") != null) {
      return TestRows.moment(row.get("due_ts"));
    }
    LocalDate day = LocalDate.parse(TestRows.told(rating, "assess_ts").substring(0, 10));
    return Shanghai.endOfDay(TestLedger.CALENDAR.plusWorkdays(day, 5).date());
  }

  /** The newest row that answers a rating. */
  private @Nullable Map<String, String> rectification(Map<String, String> rating) {
    return rectifications.stream()
        .filter(row -> "EVALUATION".equals(row.get("origin_type")))
        .filter(row -> TestRows.told(row, "origin_id").equals(rating.get("source_record_id")))
        .max(
            Comparator.comparing((Map<String, String> row) -> row.get("opened_ts"))
                .thenComparing(row -> row.get("rect_id")))
        .orElse(null);
  }
}
