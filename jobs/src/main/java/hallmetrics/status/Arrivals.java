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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

  /** What a night of a date would find and close. */
  Status.NextNight next(LocalDate date, Glance glance) {
    Editions editions = new Editions(workplace.store().folder());
    List<Period> due = ClosingDays.due(workplace, editions, date);
    List<Period> closes =
        StoreReader.exists(workplace.store()) ? Standing.withRows(workplace, due) : due;
    List<String> names = closes.stream().map(Period::toString).toList();
    Found found = glance.found();
    if (found == null) {
      return new Status.NextNight(date, null, glance.fault(), 0, names);
    }
    List<String> files =
        found.unread().stream()
            .filter(file -> !Shanghai.date(file.delivery().asOf()).isAfter(date))
            .map(file -> file.delivery().name())
            .toList();
    return new Status.NextNight(date, files, null, found.unread().size() - files.size(), names);
  }
}
