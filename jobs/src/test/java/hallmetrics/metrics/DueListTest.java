package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.edition.DueRow;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.testing.TestCity;
import hallmetrics.testing.TestLedger;
import hallmetrics.testing.TestRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of a Thursday is read on the Friday morning. */
class DueListTest {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 29);
  private static final Catalogue CATALOGUE = CatalogueLoader.load(Optional.empty());
  private static final Registers CITY = TestCity.registers();

  @TempDir private Path folder;

  private static Map<String, String> leg(
      String no, String due, @Nullable String replied, String outcome) {
    Map<String, String> leg = new HashMap<>();
    leg.put("ticket_no", no);
    leg.put("leg_seq", "1");
    leg.put("org_code", "ZJ");
    leg.put("dispatched_ts", "2026-10-20 09:00:00");
    leg.put("due_ts", due);
    leg.put("outcome", outcome);
    if (replied != null) {
      leg.put("replied_ts", replied);
    }
    return leg;
  }

  private static Map<String, String> rating(String id, String at) {
    return Map.of(
        "source_record_id", id,
        "assess_ts", at,
        "satisfaction", "1",
        "assess_number", "1",
        "is_valid", "true",
        "is_default", "false",
        "channel", "QR",
        "window_id", "H1-01",
        "hall_id", "H1",
        "region_id", "990101");
  }

  @Test
  void whatIsDueOverdueAndSoonAsOfTheNextMorning() {
    List<Map<String, String>> legs = new ArrayList<>();
    legs.add(leg("overdue", "2026-10-28 18:00:00", null, "OPEN"));
    legs.add(leg("overdue-tonight", "2026-10-29 23:59:59.999999", null, "OPEN"));
    legs.add(leg("today", "2026-10-30 18:00:00", null, "OPEN"));
    legs.add(leg("answered-later", "2026-10-30 18:00:00", "2026-10-30 09:00:00", "REPLIED"));
    legs.add(leg("soon", "2026-11-03 18:00:00", null, "OPEN"));
    legs.add(leg("later", "2026-11-04 00:00:00", null, "OPEN"));
    legs.add(leg("done", "2026-10-28 18:00:00", "2026-10-29 09:00:00", "REPLIED"));
    legs.add(leg("merged", "2026-10-28 18:00:00", null, "MERGED"));
    List<Map<String, String>> ratings = new ArrayList<>();
    ratings.add(rating("e1", "2026-10-23 09:00:00"));
    ratings.add(rating("e2", "2026-10-23 09:00:00"));
    ratings.add(rating("e3", "2025-09-20 09:00:00"));
    Map<String, String> rectified =
        Map.of(
            "rect_id", "r1",
            "origin_type", "EVALUATION",
            "origin_id", "e2",
            "opened_ts", "2026-10-23 10:00:00",
            "done_ts", "2026-10-26 10:00:00");
    try (TestLedger ledger = new TestLedger(folder, CATALOGUE, CITY)) {
      View view =
          ledger.night(
              THURSDAY.plusDays(1),
              Map.of(
                  "ticket_leg", legs, "evaluation", ratings, "rectification", List.of(rectified)));

      List<DueRow> rows = new DueList(view, CATALOGUE, CITY, TestLedger.CALENDAR, THURSDAY).rows();

      assertThat(rows)
          .extracting(row -> row.id() + " " + row.due() + " " + row.workingDaysLeft())
          .containsExactly(
              "overdue-1 OVERDUE -2",
              "overdue-tonight-1 OVERDUE -1",
              "answered-later-1 TODAY 0",
              "today-1 TODAY 0",
              "e1 TODAY 0",
              "soon-1 SOON 2");
      DueRow leg = rows.get(0);
      assertThat(leg.kind()).isEqualTo("TICKET_LEG");
      assertThat(leg.regionId()).isEqualTo("D2");
      assertThat(leg.orgCode()).isEqualTo("ZJ");
      assertThat(leg.provisional()).isFalse();
      DueRow bad = rows.get(4);
      assertThat(bad.kind()).isEqualTo("BAD_RATING");
      assertThat(bad.regionId()).isEqualTo("D1");
      assertThat(bad.windowId()).isEqualTo("H1-01");
      assertThat(bad.dueTs()).isEqualTo(TestRows.moment("2026-10-30 23:59:59.999999"));
    }
  }
}
