package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import hallmetrics.text.Numbers;

/**
 * A gate that spoke.
 *
 * @param subject the delivery's file name, or the source, it spoke about
 * @param accepted whether a person let it pass
 */
public record GateFinding(Gate gate, String subject, long among, long counted, boolean accepted) {

  /** What it found, Chinese, without a full stop. */
  public String sentence() {
    return gate.title()
        + "："
        + Numbers.count(among)
        + " 条中有 "
        + Numbers.count(counted)
        + " 条（"
        + Numbers.percent(counted, among)
        + "），超过门槛";
  }
}
