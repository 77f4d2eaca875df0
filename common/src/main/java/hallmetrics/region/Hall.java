package hallmetrics.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hall. Halls are ranked inside their level.
 *
 * @param opened first day it is open; null for ever before
 * @param closed last day it is open; null while it is open
 * @param windows how many windows it says it has; null when not said
 */
public record Hall(
    String id,
    String name,
    @Nullable String regionId,
    @Nullable String level,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    @Nullable Integer windows)
    implements Dated {

  @Override
  public @Nullable LocalDate validFrom() {
    return opened;
  }

  @Override
  public @Nullable LocalDate validTo() {
    return closed;
  }
}
