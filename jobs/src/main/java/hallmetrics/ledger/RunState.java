package hallmetrics.ledger;

/** How a run ended. */
public enum RunState {
  /** Its rows count; readers follow it. */
  DECIDED,
  /** A gate refused it; nothing of it counts. */
  REFUSED
}
