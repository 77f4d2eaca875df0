package hallmetrics.ledger;

import java.io.IOException;
import java.util.Arrays;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.iceberg.shaded.org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** Lists of texts: optional lists of optional elements. */
final class TextListCells implements Cells {
  /** Definition levels: no list, an empty one, a null in one, a text in one. */
  private static final byte ABSENT = 0;

  private static final byte EMPTY = 1;
  private static final byte NULL = 2;
  private static final byte TEXT = 3;

  private final TextValues texts = new TextValues();
  private byte[] levels = {};

  /** 1 for every element but the first of its list. */
  private byte[] repeats = {};

  private int size;
  private int rows;

  @Override
  public void add(SpecializedGetters row, int ordinal) {
    ArrayData list = row.getArray(ordinal);
    rows++;
    if (list.numElements() == 0) {
      level(EMPTY, 0);
    }
    for (int i = 0; i < list.numElements(); i++) {
      boolean text = !list.isNullAt(i);
      level(text ? TEXT : NULL, i == 0 ? 0 : 1);
      if (text) {
        texts.add(list.getUTF8String(i));
      }
    }
  }

  @Override
  public void addNull() {
    rows++;
    level(ABSENT, 0);
  }

  private void level(byte level, int repeat) {
    if (size == levels.length) {
      levels = Arrays.copyOf(levels, Math.max(64, size * 2));
      repeats = Arrays.copyOf(repeats, levels.length);
    }
    levels[size] = level;
    repeats[size++] = (byte) repeat;
  }

  @Override
  public int bytes() {
    return texts.bytes() + size;
  }

  @Override
  public void write(Chunks chunks, ColumnDescriptor column) throws IOException {
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    statistics.setNumNulls(size - texts.count());
    texts.tell(statistics);
    BytesInput page =
        BytesInput.concat(
            packed(repeats, column.getMaxRepetitionLevel()),
            packed(levels, column.getMaxDefinitionLevel()),
            texts.values());
    chunks.write(column, texts.dictionary(), new Chunks.Page(size, rows, page, statistics));
    texts.clear();
    size = 0;
    rows = 0;
  }

  private BytesInput packed(byte[] of, int greatest) throws IOException {
    int width = 32 - Integer.numberOfLeadingZeros(greatest);
    try (RunLengthBitPackingHybridEncoder packed =
        new RunLengthBitPackingHybridEncoder(
            width, 1024, 1 << 20, HeapByteBufferAllocator.getInstance())) {
      for (int i = 0; i < size; i++) {
        packed.writeInt(of[i]);
      }
      return BytesInput.copy(Chunks.sized(packed.toBytes()));
    }
  }
}
