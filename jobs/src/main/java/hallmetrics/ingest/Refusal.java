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
  /** Of a file whose day cannot be told. */
  public static final Refusal UNDATED =
      new Refusal("no-as-of", "", "文件名不合来源的 as_of 规则，看不出截至哪一天；改名或改来源的 as_of");

  static Refusal of(RefusedException fault) {
    return new Refusal(fault.fault(), fault.position(), fault.sentence());
  }
}
