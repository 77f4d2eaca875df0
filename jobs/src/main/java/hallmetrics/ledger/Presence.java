package hallmetrics.ledger;

import java.io.IOException;
import java.util.Arrays;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;

/** A bit for each row, in the order Parquet packs them; says which rows have a value. */
final class Presence {
  private byte[] bits = new byte[128];
  private int rows;
  private int set;

  void add(boolean bit) {
    int at = rows >>> 3;
    if (at == bits.length) {
      bits = Arrays.copyOf(bits, at * 2);
    }
    if (bit) {
      bits[at] |= (byte) (1 << (rows & 7));
      set++;
    }
    rows++;
  }

  int rows() {
    return rows;
  }

  /** How many bits are set. */
  int set() {
    return set;
  }

  /** The bits alone: boolean values as Parquet writes them plainly. */
  BytesInput plain() {
    return BytesInput.from(bits, 0, (rows + 7) >>> 3);
  }

  /** Definition levels: one run where all rows are alike, else one of packed bits. */
  BytesInput levels() throws IOException {
    if (set == rows || set == 0) {
      return Chunks.levels(rows, set == 0 ? 0 : 1);
    }
    int groups = (rows + 7) >>> 3;
    return Chunks.sized(
        BytesInput.concat(BytesInput.fromUnsignedVarInt((groups << 1) | 1), plain()));
  }

  void clear() {
    Arrays.fill(bits, 0, (rows + 7) >>> 3, (byte) 0);
    rows = 0;
    set = 0;
  }
}
