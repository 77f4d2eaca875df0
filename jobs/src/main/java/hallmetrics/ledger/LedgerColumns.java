package hallmetrics.ledger;

import java.util.List;

/** Names of the bookkeeping columns every ledger table ends with, in this order. */
public final class LedgerColumns {
  /** The sender's id of the record, or null. */
  public static final String SOURCE_RECORD_ID = "source_record_id";

  /** Instant of this version at the sender, or null. */
  public static final String OPERATE_TS = "operate_ts";

  /** Whether this version deletes the record. */
  public static final String IS_DELETED = "is_deleted";

  /** 32 hex digits of SHA-256 over source_system and key. */
  public static final String RECORD_KEY = "record_key";

  /** The source that delivered it. */
  public static final String SOURCE = "source";

  /** The system its key belongs to. */
  public static final String SOURCE_SYSTEM = "source_system";

  /** SHA-256 of the delivery. */
  public static final String DELIVERY = "delivery";

  /** Line (or row) in the delivery, from 1. */
  public static final String LINE = "line";

  /** The delivery's as_of instant. */
  public static final String DELIVERY_AS_OF = "delivery_as_of";

  /** The order in which deliveries were decided. */
  public static final String DELIVERY_SEQ = "delivery_seq";

  /** 32 hex digits of SHA-256 over the canonical values. */
  public static final String RECORD_HASH = "record_hash";

  /** Whether this row only says that the key's latest version stands in another month. */
  public static final String IS_TOMBSTONE = "is_tombstone";

  /** Shanghai day of the event. */
  public static final String EVENT_DATE = "event_date";

  /** yyyy-MM of the event date; the partition. */
  public static final String ORIGIN = "origin";

  /** Version of the table's schema the row was written with. */
  public static final String SCHEMA_VERSION = "schema_version";

  /** All of them, in order. */
  public static final List<String> ALL =
      List.of(
          SOURCE_RECORD_ID,
          OPERATE_TS,
          IS_DELETED,
          RECORD_KEY,
          SOURCE,
          SOURCE_SYSTEM,
          DELIVERY,
          LINE,
          DELIVERY_AS_OF,
          DELIVERY_SEQ,
          RECORD_HASH,
          IS_TOMBSTONE,
          EVENT_DATE,
          ORIGIN,
          SCHEMA_VERSION);

  private LedgerColumns() {}
}
