package hallmetrics.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service case with its whole life.
 *
 * @param due last day of the promise
 * @param finish when it will be finished, even after the demo's end
 */
record CaseFile(
    String projectNo,
    City.Item item,
    Place place,
    boolean online,
    long accept,
    LocalDate due,
    long finish,
    int corrections,
    int trips,
    int person) {

  /** Where something is done; hall and window are null online. */
  record Place(City.Region region, String org, @Nullable String hall, @Nullable String window) {}

  CaseFile finishedAt(long moment) {
    return new CaseFile(
        projectNo, item, place, online, accept, due, moment, corrections, trips, person);
  }
}
