package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the last month as it stands after every delivery that is let in. */
final class Tallies {
  private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);
  private static final Period EVER =
      new Period(Moment.LAST_DAY, Moment.at(Moment.FIRST_DAY, 0), Moment.END, false);
  private final Map<String, TreeMap<String, long[]>> counts = new TreeMap<>();

  /** Ratings of the platform, the later ones overruling, and of the kiosks but the refused file. */
  void ratings(Feed<Rating> platform, List<Change<Rating>> corrections, Feed<Rating> kiosk) {
    Map<String, Rating> last = new HashMap<>();
    platform.events(EVER).forEach(change -> last.put(change.key(), change.record()));
    corrections.forEach(change -> last.put(change.key(), change.record()));
    for (Change<Rating> change : kiosk.events(EVER)) {
      if (!Moment.day(change.at()).equals(Trouble.INVERTED)) {
        last.put(change.key(), change.record());
      }
    }
    for (Rating rating : last.values()) {
      boolean invalid = rating.verdict() != null && rating.verdict().at() < Moment.END;
      String region = rating.place().region().id();
      if (lastMonth(rating.at())) {
        add("evaluations", region, 1, 0);
        if (!invalid && !rating.opinion().byDefault() && rating.round().assess() == 1) {
          add("bad_rate", region, rating.bad() ? 1 : 0, 1);
        }
      }
    }
  }

  /** Paper ratings, all of them good. */
  void paper(String region, long at) {
    if (lastMonth(at)) {
      add("evaluations", region, 1, 0);
      add("bad_rate", region, 0, 1);
    }
  }

  void cases(Feed<CaseFile> cases) {
    Map<String, CaseFile> all = new HashMap<>();
    cases.events(EVER).forEach(change -> all.put(change.key(), change.record()));
    for (CaseFile file : all.values()) {
      String region = file.place().region().id();
      if (lastMonth(file.accept())) {
        add("service_cases", region, 1, 0);
      }
      if (lastMonth(Moment.at(file.due(), 0))) {
        boolean inTime = !Moment.day(file.finish()).isAfter(file.due());
        add("service_on_time_rate", region, inTime ? 1 : 0, 1);
      }
    }
  }

  void ticket(Ticket ticket) {
    if (lastMonth(ticket.receive())) {
      add("tickets", ticket.region().id(), 1, 0);
    }
    for (Ticket.Leg leg : ticket.legs()) {
      boolean back = leg.returned() < Moment.END;
      if (!back && leg.dispatched() < Moment.END && lastMonth(Moment.at(leg.due(), 0))) {
        boolean inTime =
            leg.replied() < Moment.END && !Moment.day(leg.replied()).isAfter(leg.due());
        add("on_time_closing_rate", leg.org().region().id(), inTime ? 1 : 0, 1);
      }
    }
  }

  List<Tally> all() {
    List<Tally> tallies = new ArrayList<>();
    counts.forEach(
        (metric, regions) -> {
          long[] city = new long[2];
          for (long[] count : regions.values()) {
            city[0] += count[0];
            city[1] += count[1];
          }
          tallies.add(new Tally(metric, "ALL", "", city[0], city[1]));
          regions.forEach(
              (id, count) -> tallies.add(new Tally(metric, "REGION", id, count[0], count[1])));
        });
    return tallies;
  }

  private void add(String metric, String region, int numerator, int denominator) {
    long[] count =
        counts
            .computeIfAbsent(metric, id -> new TreeMap<>())
            .computeIfAbsent(region, id -> new long[2]);
    count[0] += numerator;
    count[1] += denominator;
  }

  private static boolean lastMonth(long moment) {
    return moment >= Moment.at(MONTH, 0) && moment < Moment.END;
  }
}
