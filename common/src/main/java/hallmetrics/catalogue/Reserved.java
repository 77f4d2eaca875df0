package hallmetrics.catalogue;

import java.util.Set;
import java.util.TreeSet;

/** Names a table may not use for its own columns. */
final class Reserved {
  /** Bookkeeping columns that a source may map and an expression may read. */
  static final Set<String> MAPPABLE =
      new TreeSet<>(Set.of("source_record_id", "operate_ts", "is_deleted"));

  /** All bookkeeping columns of the ledger. */
  static final Set<String> COLUMNS =
      Set.of(
          "source_record_id",
          "operate_ts",
          "is_deleted",
          "record_key",
          "source",
          "source_system",
          "delivery",
          "line",
          "delivery_as_of",
          "delivery_seq",
          "record_hash",
          "is_tombstone",
          "event_date",
          "origin",
          "schema_version");

  /** Split names that mean something of their own. */
  static final Set<String> SPLITS = Set.of("days", SplitNames.AGE);

  private Reserved() {}
}
