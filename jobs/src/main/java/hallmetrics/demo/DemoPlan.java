package hallmetrics.demo;

import java.util.List;

/**
 * How large and how dissatisfied the city is.
 *
 * @param scale share of the full volume; 1 gives about 300,000 ratings and 150,000 cases
 * @param badPer100k bad ratings per 100,000 active ratings, the same everywhere
 * @param turnedBadPer100k the same of the one district that turned bad in the last month; equal to
 *     {@code badPer100k} plants nothing
 * @param canaryNumbers phone and identity numbers planted in own columns, unmapped columns, wrong
 *     columns and free text; empty for none
 * @param canaryNames names of persons planted in own and unmapped columns only, since no rule can
 *     find a name in free text
 */
public record DemoPlan(
    double scale,
    int badPer100k,
    int turnedBadPer100k,
    List<String> canaryNumbers,
    List<String> canaryNames) {

  /** Makes the lists immutable; the scale must be in (0, 10]. */
  public DemoPlan {
    if (!(scale > 0 && scale <= 10)) {
      throw new IllegalArgumentException("scale must be in (0, 10]: " + scale);
    }
    canaryNumbers = List.copyOf(canaryNumbers);
    canaryNames = List.copyOf(canaryNames);
  }

  /** The city of conf/demo: 450 bad per 100,000, far more than any real city. */
  public static DemoPlan demo() {
    return new DemoPlan(1, 450, 1500, List.of(), List.of());
  }

  /** The city of conf/realistic: 12 bad per 100,000 and no district that turned bad. */
  public static DemoPlan realistic() {
    return new DemoPlan(1, 12, 12, List.of(), List.of());
  }

  /** The same city at another volume. */
  public DemoPlan withScale(double share) {
    return new DemoPlan(share, badPer100k, turnedBadPer100k, canaryNumbers, canaryNames);
  }

  /** The same city with given strings planted wherever a person's data may stand. */
  public DemoPlan withCanaries(List<String> numbers, List<String> names) {
    return new DemoPlan(scale, badPer100k, turnedBadPer100k, numbers, names);
  }

  boolean turnsBad() {
    return turnedBadPer100k != badPer100k;
  }
}
