package hallmetrics.status;

import hallmetrics.edition.Editions;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The editions of a store by kind. */
final class EditionKinds {
  private EditionKinds() {}

  /** Kinds that have an edition, days first. */
  static List<Status.Kind> of(Editions editions) {
    Map<Grain, List<Period>> kinds = new EnumMap<>(Grain.class);
    for (String name : editions.periods()) {
      Period period = Period.parse(name);
      kinds.computeIfAbsent(period.grain(), grain -> new ArrayList<>()).add(period);
    }
    List<Status.Kind> all = new ArrayList<>();
    kinds.forEach(
        (grain, periods) -> {
          String newest =
              periods.stream().max(Comparator.comparing(Period::last)).orElseThrow().toString();
          String kind = grain.name().toLowerCase(Locale.ROOT);
          all.add(new Status.Kind(kind, periods.size(), newest, editions.newest(newest)));
        });
    return all;
  }
}
