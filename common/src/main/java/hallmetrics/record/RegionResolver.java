package hallmetrics.record;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Finds the stable local code of a region. */
@FunctionalInterface
public interface RegionResolver extends Serializable {

  /**
   * The local code a register knows under exactly this text (its region_id or gb_code), or null.
   * The mapper itself tries the 6, 9 and 12 digit forms of a code.
   */
  @Nullable String localCode(String code);
}
