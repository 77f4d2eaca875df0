package hallmetrics.ingest;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/** What reading a part brings home, as it travels to the task that works on it. */
sealed interface Piece extends Serializable {
  /** Place of the delivery among the night's. */
  int delivery();

  /** What the part as a whole says; the last of its pieces. */
  record Summary(PartRead part) implements Piece {
    @Override
    public int delivery() {
      return part.delivery();
    }
  }

  /** Records that are not understood. */
  record Rejects(int delivery, List<RejectedRecord> records) implements Piece {}

  /** What the fates of accepted records depend on. */
  record Keys(int delivery, KeyBlock block) implements Piece {}

  /**
   * Accepted records as ledger rows in Spark's own form, one after the other: eight bytes of length
   * before each.
   */
  @SuppressWarnings("ArrayRecordComponent") // a block of memory, never compared
  record Rows(int delivery, byte[] bytes) implements Piece {
    static final int LENGTH = Long.BYTES;

    /**
     * The rows in their order; the one handed out is the next one afterwards.
     *
     * @param width how many columns a row has
     */
    Iterator<UnsafeRow> each(int width) {
      UnsafeRow row = new UnsafeRow(width);
      return new Iterator<>() {
        private int at;

        @Override
        public boolean hasNext() {
          return at < bytes.length;
        }

        @Override
        public UnsafeRow next() {
          int start = Platform.BYTE_ARRAY_OFFSET + at;
          int size = Math.toIntExact(Platform.getLong(bytes, start));
          row.pointTo(bytes, (long) start + LENGTH, size);
          at += LENGTH + size;
          return row;
        }
      };
    }
  }
}
