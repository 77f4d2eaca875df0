package hallmetrics.ingest;

/** The sentence of a delivery a gate kept out. */
final class Refused {
  private Refused() {}

  static Refusal by(GateFinding finding) {
    return new Refusal(finding.gate().name(), "", finding.sentence());
  }
}
