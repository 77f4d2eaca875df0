package hallmetrics.ledger;

/** What became of a delivery as a whole. */
public enum DeliveryState {
  /** It was read; each of its records has a fate. */
  READ,
  /** It could not be read, or a gate kept it out; none of its records counts. */
  REFUSED,
  /** It was read once and no longer counts. */
  WITHDRAWN
}
