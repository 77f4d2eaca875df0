package hallmetrics.catalogue;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a definition in force was written.
 *
 * @param kind table, derived, measure, metric, ranking or page
 * @param name its name; a ranking's is {@code metric/scope}, a later version's {@code metric@2}
 * @param replaced file:line of the built-in entry it replaces, or null
 */
public record Origin(String kind, String name, String file, int line, @Nullable String replaced)
    implements Serializable {

  /** The place as {@code file:line}. */
  public String place() {
    return file + ":" + line;
  }
}
