package hallmetrics.status;

import hallmetrics.edition.Editions;
import hallmetrics.ingest.Found;
import hallmetrics.ingest.Unread;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.ledger.StoreReader;
import hallmetrics.night.Glance;
import hallmetrics.night.Looking;
import hallmetrics.night.Standing;
import hallmetrics.publish.ClosingDays;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import hallmetrics.time.Shanghai;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which files came, as the night itself would see them. */
final class Arrivals {
  private final Workplace workplace;
  private final Standing standing;
  private final Clock clock;

  Arrivals(Workplace workplace, Standing standing, Clock clock) {
    this.workplace = workplace;
    this.standing = standing;
    this.clock = clock;
  }

  /** The sources of which a file of a day was read or lies unread. */
  Set<String> of(LocalDate day) {
    Set<String> sources = new TreeSet<>();
    for (DeliveryRecord delivery : standing.newest().values()) {
      Instant asOf = delivery.asOf();
      if (delivery.state() == DeliveryState.READ
          && asOf != null
          && Shanghai.date(asOf).equals(day)) {
        sources.add(delivery.source());
      }
    }
    for (Unread file : Looking.at(workplace, standing, clock, day).unread()) {
      if (Shanghai.date(file.delivery().asOf()).equals(day)) {
        sources.add(file.source().name());
      }
    }
    return sources;
  }

  /**
   * The date of a first night: the newest day files speak for that is over, for one night reads all
   * files up to its date; the day that is just over where there are none.
   */
  static LocalDate first(Glance glance, LocalDate over) {
    return days(glance, over).max(Comparator.naturalOrder()).orElse(over);
  }

  private static Stream<LocalDate> days(Glance glance, LocalDate last) {
    Found found = glance.found();
    return found == null
        ? Stream.empty()
        : found.unread().stream()
            .map(file -> Shanghai.date(file.delivery().asOf()))
            .filter(day -> !day.isAfter(last));
  }

  /** What a night of a date would find and close; {@code first} where none was decided yet. */
  Status.NextNight next(LocalDate date, Glance glance, boolean first) {
    Editions editions = new Editions(workplace.store().folder());
    List<Period> due = ClosingDays.due(workplace, editions, date);
    List<Period> closes =
        first || !StoreReader.exists(workplace.store()) ? due : Standing.withRows(workplace, due);
    List<String> names = closes.stream().map(Period::toString).toList();
    Found found = glance.found();
    if (found == null) {
      return new Status.NextNight(date, null, null, glance.fault(), 0, names);
    }
    List<String> files =
        found.unread().stream()
            .filter(file -> !Shanghai.date(file.delivery().asOf()).isAfter(date))
            .map(file -> file.delivery().name())
            .toList();
    LocalDate oldest =
        first ? days(glance, date).min(Comparator.naturalOrder()).orElse(null) : null;
    int later = found.unread().size() - files.size();
    return new Status.NextNight(date, oldest, files, null, later, names);
  }
}
