package hallmetrics.ingest;

import java.io.Serializable;

/**
 * What deciding a record's fate needs to know of it, without its content.
 *
 * @param table ordinal of its table in the night
 * @param hi first half of its record key
 * @param lo second half of its record key
 * @param effective operate_ts or, without one, as_of (microseconds)
 * @param asOf as_of of its delivery (microseconds)
 * @param seq order in which its delivery was decided
 * @param line line of the record in its delivery
 * @param content first half of its record hash
 * @param month months since year 0 of its event date
 * @param kind where it comes from and how it is told apart
 */
record Entry(
    int table,
    long hi,
    long lo,
    long effective,
    long asOf,
    long seq,
    int line,
    long content,
    int month,
    Kind kind)
    implements Comparable<Entry>, Serializable {

  /** Where an entry comes from and how it is told apart. */
  enum Kind {
    /** Of this night, told apart by a key of its own. */
    KEYED,
    /** Of this night, without an id: equal rows of one delivery are kept apart. */
    KEEP,
    /** Of this night, without an id: equal rows count once. */
    DROP_EXACT,
    /** A version the ledger holds. */
    HELD,
    /** A mark in the ledger that the key's latest version lies in another month. */
    TOMBSTONE;

    private static final Kind[] ALL = values();

    static Kind of(int ordinal) {
      return ALL[ordinal];
    }
  }

  boolean ofLedger() {
    return kind == Kind.HELD || kind == Kind.TOMBSTONE;
  }

  /** The version order: effective time, as_of, order of decision, line. */
  @Override
  public int compareTo(Entry other) {
    int order = Long.compare(effective, other.effective);
    if (order == 0) {
      order = Long.compare(asOf, other.asOf);
    }
    if (order == 0) {
      order = Long.compare(seq, other.seq);
    }
    return order != 0 ? order : Integer.compare(line, other.line);
  }
}
