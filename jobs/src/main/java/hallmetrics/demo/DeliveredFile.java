package hallmetrics.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One file as delivered, and what reading it must find.
 *
 * @param source name of its source
 * @param path below the inbox, with slashes
 * @param asOf date in its name
 * @param records records in it, broken ones included; 0 when it cannot be read
 * @param rejected records the mapping must reject, by reason; sorted
 * @param refused why the whole file must be refused ({@code unclosed-quote} or a gate), or null
 * @param repeats path of the file whose bytes it repeats, or null
 */
public record DeliveredFile(
    String source,
    String path,
    LocalDate asOf,
    int records,
    Map<String, Integer> rejected,
    @Nullable String refused,
    @Nullable String repeats) {

  /** Sorts the reasons. */
  public DeliveredFile {
    rejected = Map.copyOf(rejected);
  }

  /** Records the mapping must accept. */
  public int mapped() {
    return records - rejected.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Reasons in order. */
  public Map<String, Integer> reasons() {
    return new TreeMap<>(rejected);
  }
}
