package hallmetrics.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/** Whole numbers, days and instants; with a dictionary where the first ones repeat. */
final class NumberCells implements Cells {
  private static final int SAMPLE = 512;

  private final boolean wide;
  private final Presence there = new Presence();
  private final Numbering numbering = new Numbering();
  private long[] values = {};

  /**
   * No cells yet.
   *
   * @param wide whether the column has 64 bits; else it has 32
   */
  NumberCells(boolean wide) {
    this.wide = wide;
  }

  @Override
  public void add(SpecializedGetters row, int ordinal) {
    int at = there.set();
    if (at == values.length) {
      values = Arrays.copyOf(values, Math.max(64, at * 2));
    }
    values[at] = wide ? row.getLong(ordinal) : row.getInt(ordinal);
    there.add(true);
  }

  @Override
  public void addNull() {
    there.add(false);
  }

  @Override
  public int bytes() {
    return 0;
  }

  @Override
  public void write(Chunks chunks, ColumnDescriptor column) throws IOException {
    int count = there.set();
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    Chunks.Dictionary dictionary = null;
    BytesInput cells;
    if (repeating(count)) {
      int[] numbers = numbered(count);
      BytesInput met =
          wide
              ? CountPages.longs(numbering, statistics)
              : CountPages.integers(numbering, statistics);
      dictionary = new Chunks.Dictionary(met, numbering.size());
      cells = Chunks.numbers(numbers, count, numbering.size());
    } else {
      cells = plain(count, statistics);
    }
    chunks.write(column, dictionary, there, cells, statistics);
    there.clear();
  }

  private boolean repeating(int count) {
    int sample = Math.min(count, SAMPLE);
    Set<Long> met = new HashSet<>();
    for (int i = 0; i < sample; i++) {
      met.add(values[i]);
    }
    return met.size() * 2 <= sample && count > 0;
  }

  private int[] numbered(int count) {
    numbering.clear();
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          i > 0 && values[i] == values[i - 1] ? numbers[i - 1] : numbering.number(values[i]);
    }
    return numbers;
  }

  private BytesInput plain(int count, Statistics<?> statistics) {
    int size = wide ? Long.BYTES : Integer.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(count * size).order(ByteOrder.LITTLE_ENDIAN);
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      long value = values[i];
      if (wide) {
        bytes.putLong(value);
      } else {
        bytes.putInt((int) value);
      }
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    if (count > 0) {
      tell(statistics, least);
      tell(statistics, greatest);
    }
    return BytesInput.from(bytes.array());
  }

  private void tell(Statistics<?> statistics, long value) {
    if (wide) {
      statistics.updateStats(value);
    } else {
      statistics.updateStats((int) value);
    }
  }
}
