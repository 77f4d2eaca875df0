package hallmetrics.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A window of a hall. Its name is its number, never a person's.
 *
 * @param no what stands over it
 * @param type what it serves (综合, 专窗, 办不成事, 帮代办)
 */
public record Window(
    String id,
    @Nullable String hallId,
    String no,
    @Nullable String orgCode,
    @Nullable String type,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo)
    implements Dated {

  @Override
  public String name() {
    return no;
  }
}
