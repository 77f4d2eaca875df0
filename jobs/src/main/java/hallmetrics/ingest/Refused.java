package hallmetrics.ingest;

import hallmetrics.text.Numbers;

/** The sentence of a delivery a gate kept out. */
final class Refused {
  private Refused() {}

  static Refusal by(GateFinding finding) {
    String sentence =
        finding.gate().title()
            + "："
            + Numbers.count(finding.among())
            + " 条中有 "
            + Numbers.count(finding.counted())
            + " 条（"
            + Numbers.percent(finding.counted(), finding.among())
            + "），超过门槛";
    return new Refusal(finding.gate().name(), "", sentence);
  }
}
