package hallmetrics.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code daily} of one ledger month, a column at a time: texts and days as numbers. Whoever
 * makes it may fill it anew once the next is asked for; it never leaves its task.
 */
public final class CountBlock {
  /** Columns that hold numbers of texts or a day, in the order of {@code daily}. */
  static final int MEASURE = 0;

  static final int DAY = 1;
  static final int SCOPE = 2;
  static final int SCOPE_ID = 3;
  static final int SPLIT = 4;
  static final int SPLIT_VALUE = 5;
  private static final int COLUMNS = 6;

  private final CountTexts texts;
  private final int[][] columns = new int[COLUMNS][1024];
  private int measure;
  private int day;
  private long[] counts = new long[1024];
  private @Nullable BigDecimal[] sums = new BigDecimal[1024];
  private UTF8String table = UTF8String.EMPTY_UTF8;
  private UTF8String origin = UTF8String.EMPTY_UTF8;
  private int size;

  /** An empty block whose texts are those. */
  public CountBlock(CountTexts texts) {
    this.texts = texts;
  }

  /** Empties it for rows of a month (yyyy-MM) of a table. */
  public void begin(UTF8String ofTable, UTF8String month) {
    table = ofTable;
    origin = month;
    size = 0;
  }

  /**
   * Says of what the rows to be added next are.
   *
   * @param ofMeasure the number of its name
   * @param onDay days since 1970-01-01
   */
  public void at(int ofMeasure, int onDay) {
    measure = ofMeasure;
    day = onDay;
  }

  /** Begins a row of a place, by the numbers of the texts; {@link #count} ends it. */
  public void add(int scope, int id, int split, int value) {
    if (size == counts.length) {
      grow();
    }
    columns[MEASURE][size] = measure;
    columns[DAY][size] = day;
    columns[SCOPE][size] = scope;
    columns[SCOPE_ID][size] = id;
    columns[SPLIT][size] = split;
    columns[SPLIT_VALUE][size] = value;
  }

  /** Ends a row with its count; {@code x} is null where nothing was added up. */
  public void count(long n, @Nullable BigDecimal x) {
    counts[size] = n;
    sums[size] = x;
    size++;
  }

  private void grow() {
    for (int c = 0; c < COLUMNS; c++) {
      columns[c] = Arrays.copyOf(columns[c], size * 2);
    }
    counts = Arrays.copyOf(counts, size * 2);
    sums = Arrays.copyOf(sums, size * 2);
  }

  /** How many rows it holds. */
  public int size() {
    return size;
  }

  UTF8String table() {
    return table;
  }

  UTF8String origin() {
    return origin;
  }

  /** A column of numbers; only the first {@link #size} count. */
  int[] cells(int column) {
    return columns[column];
  }

  UTF8String text(int number) {
    return texts.text(number);
  }

  long[] counts() {
    return counts;
  }

  @Nullable BigDecimal[] sums() {
    return sums;
  }

  /** The same as rows of {@link LedgerSchema#daily()}, for queries. */
  public Iterator<InternalRow> rows() {
    return IntStream.range(0, size).mapToObj(this::row).iterator();
  }

  private InternalRow row(int at) {
    BigDecimal x = sums[at];
    return new GenericInternalRow(
        new @Nullable Object[] {
          table,
          origin,
          text(columns[MEASURE][at]),
          columns[DAY][at],
          text(columns[SCOPE][at]),
          text(columns[SCOPE_ID][at]),
          text(columns[SPLIT][at]),
          text(columns[SPLIT_VALUE][at]),
          counts[at],
          x == null ? null : Decimal.apply(new scala.math.BigDecimal(x), 38, 6)
        });
  }
}
