package hallmetrics.ingest;

import hallmetrics.record.RefusedException;
import java.io.Serializable;

/**
 * Why a delivery was kept out as a whole.
 *
 * @param code code of the fault, or the name of the gate
 * @param position where in the file; empty when the whole file is meant
 * @param sentence Chinese
 */
public record Refusal(String code, String position, String sentence) implements Serializable {
  static Refusal of(RefusedException fault) {
    return new Refusal(fault.fault(), fault.position(), fault.sentence());
  }
}
