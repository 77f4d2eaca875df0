package hallmetrics.ingest;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/** Collects rows of one ledger month for {@link Piece.Rows}. */
final class RowBuffer {
  private static final int FULL = 1 << 17;

  private byte[] bytes = new byte[1 << 12];
  private int used;

  /** Adds a row; answers whether enough have come together to travel. */
  boolean add(UnsafeRow row) {
    int size = row.getSizeInBytes();
    int needed = used + Piece.Rows.LENGTH + size;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, needed));
    }
    int start = Platform.BYTE_ARRAY_OFFSET + used;
    Platform.putLong(bytes, start, size);
    Platform.copyMemory(
        row.getBaseObject(), row.getBaseOffset(), bytes, (long) start + Piece.Rows.LENGTH, size);
    used = needed;
    return used >= FULL;
  }

  /** The rows so far; it is empty afterwards. */
  Piece.Rows take(int delivery) {
    Piece.Rows rows = new Piece.Rows(delivery, Arrays.copyOf(bytes, used));
    used = 0;
    return rows;
  }
}
