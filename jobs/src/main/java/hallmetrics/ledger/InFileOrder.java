package hallmetrics.ledger;

import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.execution.UnsafeExternalRowSorter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.collection.unsafe.sort.PrefixComparators;
import org.apache.spark.util.collection.unsafe.sort.RecordComparator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings the ledger rows of a task into the order of their files: by event date and key. The order
 * is that of one number, day and first half of the key, which Spark sorts by its digits, spilling
 * to disk; comparing keys text by text took as long as writing them. Rows without a key of hex
 * digits come first in their day.
 */
final class InFileOrder implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {
  private static final long serialVersionUID = 1L;

  /** Digits of the key that count: as many as fit beside the day. */
  private static final int DIGITS = 11;

  private final StructType shape;
  private final int day;
  private final int key;

  private InFileOrder(StructType shape) {
    this.shape = shape;
    this.day = shape.fieldIndex(LedgerColumns.EVENT_DATE);
    this.key = shape.fieldIndex(LedgerColumns.RECORD_KEY);
  }

  static JavaRDD<InternalRow> of(JavaRDD<InternalRow> rows, StructType shape) {
    return rows.mapPartitions(new InFileOrder(shape));
  }

  @Override
  public Iterator<InternalRow> call(Iterator<InternalRow> rows) throws IOException {
    UnsafeExternalRowSorter sorter =
        UnsafeExternalRowSorter.createWithRecordComparator(
            shape,
            Ties::new,
            PrefixComparators.LONG,
            new Numbers(),
            SparkEnv.get().memoryManager().pageSizeBytes(),
            true);
    while (rows.hasNext()) {
      sorter.insertRow((UnsafeRow) rows.next());
    }
    return CollectionConverters.asJava(sorter.sort());
  }

  /** The number of a key: its leading hex digits. */
  static long number(UTF8String key) {
    long number = 0;
    int length = Math.min(DIGITS, key.numBytes());
    for (int i = 0; i < length; i++) {
      int digit = Character.digit(key.getByte(i), 16);
      if (digit < 0) {
        return number;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  private final class Numbers extends UnsafeExternalRowSorter.PrefixComputer {
    private final Prefix prefix = new Prefix();

    @Override
    public Prefix computePrefix(InternalRow row) {
      long first = row.isNullAt(key) ? 0 : number(row.getUTF8String(key));
      prefix.value = ((long) row.getInt(day) << (4 * DIGITS)) + first;
      prefix.isNull = false;
      return prefix;
    }
  }

  /** Rows of one number are in no order. */
  private static final class Ties extends RecordComparator {
    @Override
    public int compare(
        Object leftBase,
        long leftAt,
        int leftLength,
        Object rightBase,
        long rightAt,
        int rightLength) {
      return 0;
    }
  }
}
