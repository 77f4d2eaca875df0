package hallmetrics.ingest;

/** What became of one record of a delivery that was read; exactly one each. */
enum Fate {
  /** A new version; it is in the ledger. */
  ACCEPTED,
  /** Same key and content as what is held or was just accepted. */
  DUPLICATE,
  /** An older version than what is held or was just accepted. */
  SUPERSEDED,
  /** Not understood; it waits in quarantine with its reasons. */
  REJECTED
}
