package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import hallmetrics.demo.Inbox.Shape;
import hallmetrics.demo.Rating.Opinion;
import hallmetrics.demo.Trouble.Spoil;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Delivers the ratings: the city's platform in GB18030, the kiosks in UTF-8 with a mark. */
final class RatingFiles {
  static final Shape PLATFORM =
      new Shape(
          "city-evaluation", "evaluation", "pj_", ".csv", Charset.forName("GB18030"), false, ',');
  static final Shape KIOSK =
      new Shape("kiosk-evaluation", "kiosk", "zz_", ".csv", StandardCharsets.UTF_8, true, ',');
  private static final int CHANNEL = 7;
  private static final int LEVEL = 6;
  private static final int TIME = 10;
  private static final int OVERLAP = 20;
  private static final int LEAST_INVERTED = 40;
  private final Feed<Rating> platform;
  private final Feed<Rating> kiosk;
  private final RatingRows rows;
  private final DemoPlan plan;

  RatingFiles(Feed<Rating> platform, Feed<Rating> kiosk, DemoPlan plan) {
    this.platform = platform;
    this.kiosk = kiosk;
    this.rows = new RatingRows(new People(plan));
    this.plan = plan;
  }

  void write(Inbox inbox) {
    List<Change<Rating>> before = List.of();
    for (Period period : Period.all()) {
      List<Change<Rating>> now = platform.events(period);
      writePlatform(inbox, period, before, now);
      writeKiosk(inbox, period);
      before = now;
    }
  }

  private void writePlatform(
      Inbox inbox, Period period, List<Change<Rating>> before, List<Change<Rating>> now) {
    List<String[]> records = new ArrayList<>();
    if (period.nightly()) {
      before.stream()
          .skip(Math.max(0, before.size() - OVERLAP))
          .map(rows::platform)
          .forEach(records::add);
    }
    now.stream().map(rows::platform).forEach(records::add);
    Map<String, Integer> rejected = Trouble.spoil(records, 0, spoils(period));
    inbox.write(PLATFORM, period.asOf(), 1, RatingRows.PLATFORM_HEADER, records, rejected);
    if (period.asOf().equals(Trouble.CORRECTED)) {
      List<String[]> corrected = corrections(period).stream().map(rows::platform).toList();
      inbox.write(PLATFORM, period.asOf(), 2, RatingRows.PLATFORM_HEADER, corrected, Map.of());
    }
    if (period.asOf().equals(Trouble.REPEATED)) {
      String yesterday = PLATFORM.path(period.asOf().minusDays(1), 1);
      DeliveredFile file =
          inbox.files().stream()
              .filter(each -> each.path().equals(yesterday))
              .findFirst()
              .orElseThrow();
      inbox.repeat(file, PLATFORM.path(period.asOf(), 2), period.asOf());
    }
  }

  private List<Spoil> spoils(Period period) {
    List<Spoil> spoils = new ArrayList<>();
    spoils.add(new Spoil(CHANNEL, "99", "unknown-code:channel"));
    spoils.add(new Spoil(TIME, "2026-02-30 10:00:00", "bad-date:assess_ts"));
    spoils.add(new Spoil(LEVEL, "", "missing:satisfaction"));
    if (period.nightly()) {
      spoils.add(new Spoil(-1, "多出一列", "wrong-column-count"));
      spoils.addAll(Trouble.canaries(plan, CHANNEL, "unknown-code:channel"));
    }
    return spoils;
  }

  /** What the correction file brings. */
  List<Change<Rating>> corrections() {
    return Period.all().stream()
        .filter(period -> period.asOf().equals(Trouble.CORRECTED))
        .findFirst()
        .map(this::corrections)
        .orElseThrow();
  }

  /**
   * Corrections of the last thirty days: other levels among the good ones, and times moved by two
   * days. Nothing of the silent hall.
   */
  private List<Change<Rating>> corrections(Period night) {
    List<Change<Rating>> corrected = new ArrayList<>();
    LocalDate since = night.asOf().minusDays(30);
    Period window = new Period(night.asOf(), Moment.at(since, 0), night.from() - 2 * 86_400, false);
    int seen = 0;
    for (Change<Rating> change : platform.events(window)) {
      Rating rating = change.record();
      boolean plain =
          !rating.bad()
              && !rating.opinion().byDefault()
              && rating.verdict() == null
              && !Silence.HALL.equals(rating.place().hall());
      if (plain && seen++ % 250 == 0) {
        Rating other =
            seen % 3 == 0 ? rating.movedTo(rating.at() - 2 * 86_400) : rating.with(level(rating));
        long at = night.from() + 36_000 + corrected.size();
        corrected.add(new Change<>(change.key(), at, corrected.size(), other));
      }
    }
    return corrected;
  }

  private static Opinion level(Rating rating) {
    Opinion said = rating.opinion();
    int level = said.level() == 5 ? 4 : 5;
    return new Opinion(level, said.channel(), level + "10", said.text(), false);
  }

  private void writeKiosk(Inbox inbox, Period period) {
    boolean inverted = period.asOf().equals(Trouble.INVERTED);
    List<String[]> records = new ArrayList<>();
    kiosk.events(period).forEach(change -> records.add(rows.kiosk(change, inverted)));
    if (inverted) {
      fill(period, records);
      inbox.text(KIOSK, KIOSK.path(period.asOf(), 1), RatingRows.KIOSK_HEADER, records);
      inbox.add(
          new DeliveredFile(
              KIOSK.source(),
              KIOSK.path(period.asOf(), 1),
              period.asOf(),
              records.size(),
              Map.of(),
              "inverted-scale",
              null));
      return;
    }
    Map<String, Integer> rejected =
        Trouble.spoil(records, 0, List.of(new Spoil(5, "9", "unknown-code:satisfaction")));
    inbox.write(KIOSK, period.asOf(), 1, RatingRows.KIOSK_HEADER, records, rejected);
  }

  /** A small city's file would be too short for the gate: earlier ratings fill it up. */
  private void fill(Period night, List<String[]> records) {
    Period before = new Period(night.asOf(), night.from() - 400L * 86_400, night.from(), false);
    List<Change<Rating>> earlier = kiosk.events(before);
    for (int i = 0; i < earlier.size() && records.size() < LEAST_INVERTED; i++) {
      Change<Rating> change = earlier.get(i);
      Rating moved = change.record().movedTo(night.from() + 36_000 + i);
      String[] row = rows.kiosk(new Change<>(change.key(), moved.at(), i, moved), true);
      row[0] = row[0] + "N";
      records.add(row);
    }
  }
}
