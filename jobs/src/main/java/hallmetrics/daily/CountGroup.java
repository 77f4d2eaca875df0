package hallmetrics.daily;

import hallmetrics.catalogue.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a table that count on the same day and so share the work of finding their place.
 *
 * @param on expression of the day
 * @param sum column summed into x; null for none
 * @param days expression of working days; null for none
 * @param splits names of all splits one of them is counted by
 */
record CountGroup(
    String on,
    @Nullable String sum,
    @Nullable String days,
    List<String> splits,
    List<Measure> measures)
    implements Serializable {

  /** Groups the measures; at most 63 a group, so that a row's answers fit in one number. */
  static List<CountGroup> of(List<Measure> measures) {
    Map<List<@Nullable String>, List<Measure>> byShape = new LinkedHashMap<>();
    for (Measure measure : measures) {
      byShape
          .computeIfAbsent(
              Arrays.asList(measure.on(), measure.sum(), measure.days()),
              shape -> new ArrayList<>())
          .add(measure);
    }
    List<CountGroup> groups = new ArrayList<>();
    byShape
        .values()
        .forEach(
            alike -> {
              for (int from = 0; from < alike.size(); from += 63) {
                groups.add(group(alike.subList(from, Math.min(from + 63, alike.size()))));
              }
            });
    return groups;
  }

  private static CountGroup group(List<Measure> alike) {
    Measure first = alike.get(0);
    List<String> splits =
        alike.stream().flatMap(measure -> measure.splits().stream()).distinct().toList();
    return new CountGroup(first.on(), first.sum(), first.days(), splits, List.copyOf(alike));
  }
}
