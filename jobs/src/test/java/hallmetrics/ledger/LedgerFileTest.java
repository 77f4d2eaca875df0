package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import hallmetrics.testing.TestSession;
import hallmetrics.testing.TestTables;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of ledger rows beside those the library writes for the same rows. */
class LedgerFileTest {
  @TempDir Path folder;
  private SparkSession spark;
  private RunLock lock;
  private Store store;
  private Table table;
  private StructType shape;

  @BeforeEach
  void open() {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    spark = TestSession.on(location);
    lock = RunLock.acquire(location, "test", Duration.ZERO);
    TableSchema schema =
        TestTables.table(
            "t",
            Stream.of(FieldType.values())
                .map(type -> TestTables.field("of_" + type.label(), type))
                .toList());
    store = Store.openOrCreate(lock, spark, List.of(schema));
    store.begin(lock).abandon();
    table = store.catalog().table("ledger.t");
    shape = LedgerSchema.of(schema);
  }

  @AfterEach
  void close() {
    store.close();
    lock.close();
  }

  /** How a column's values behave over the rows of a file. */
  private record Habit(int nulls, int distinct, int length) {
    static Habit of(Random random) {
      return new Habit(
          random.nextInt(4),
          List.of(1, 2, 50, 3_000, 1 << 30).get(random.nextInt(5)),
          random.nextInt(40));
    }
  }

  private List<InternalRow> rows(long seed, int count) {
    Random random = new Random(seed);
    List<Habit> habits = Stream.of(shape.fields()).map(field -> Habit.of(random)).toList();
    List<InternalRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      @Nullable Object[] cells = new @Nullable Object[shape.size()];
      for (int c = 0; c < cells.length; c++) {
        StructField field = shape.fields()[c];
        cells[c] =
            field.name().equals(LedgerColumns.ORIGIN)
                ? UTF8String.fromString(i < count / 2 ? "2026-09" : "2026-10")
                : value(random, habits.get(c), field.dataType().typeName());
      }
      rows.add(new GenericInternalRow(cells));
    }
    return rows;
  }

  private static @Nullable Object value(Random random, Habit habit, String type) {
    boolean absent = habit.nulls() == 3 || (habit.nulls() == 2 && random.nextInt(3) == 0);
    if (absent) {
      return null;
    }
    int drawn = random.nextInt(habit.distinct());
    return switch (type) {
      case "string" -> text(drawn, habit);
      case "integer", "date" -> drawn * 37 - 1_000;
      case "long", "timestamp" -> drawn * 1_000_003L * (drawn % 2 == 0 ? 1 : -1);
      case "boolean" -> drawn % 3 == 0;
      case "array" -> list(random, habit);
      default ->
          Decimal.apply(
              new scala.math.BigDecimal(
                  new BigDecimal(BigInteger.valueOf(drawn * 7_919L - 5_000).pow(2), 6)),
              38,
              6);
    };
  }

  private static UTF8String text(int drawn, Habit habit) {
    String text = drawn % 11 == 0 ? "" : drawn * 7_919L + "厅".repeat(drawn % (habit.length() + 1));
    return UTF8String.fromString(text);
  }

  private static GenericArrayData list(Random random, Habit habit) {
    @Nullable Object[] items = new @Nullable Object[random.nextInt(4)];
    for (int i = 0; i < items.length; i++) {
      items[i] = random.nextInt(5) == 0 ? null : text(random.nextInt(habit.distinct()), habit);
    }
    return new GenericArrayData(items);
  }

  private List<DataFile> ours(List<InternalRow> rows) throws Exception {
    List<DataFile> files = new ArrayList<>();
    new LedgerWriting(table, shape, "ours").call(rows.iterator()).forEachRemaining(files::add);
    return files;
  }

  private List<DataFile> theirs(List<InternalRow> rows) throws Exception {
    List<DataFile> files = new ArrayList<>();
    new LibraryWriting(table, shape, "theirs").call(rows.iterator()).forEachRemaining(files::add);
    return files;
  }

  @Test
  void holdTheSameRowsInTheSameOrderAndTellTheSameOfThem() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      int count = List.of(1, 2, 9, 17, 700, 5_000).get((int) (seed % 6));
      check(seed, rows(seed, count));
    }
    check(99, rows(99, 80_000));
  }

  private void check(long seed, List<InternalRow> rows) throws Exception {
    List<DataFile> ours = ours(rows);
    List<DataFile> theirs = theirs(rows);
    assertThat(ours).as("seed %d", seed).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      DataFile mine = ours.get(i);
      DataFile other = theirs.get(i);
      assertThat(ControlRows.read(table, mine))
          .as("seed %d", seed)
          .isEqualTo(ControlRows.read(table, other));
      assertThat(mine.recordCount()).as("seed %d", seed).isEqualTo(other.recordCount());
      assertThat(mine.valueCounts()).as("seed %d", seed).isEqualTo(other.valueCounts());
      assertThat(mine.nullValueCounts()).as("seed %d", seed).isEqualTo(other.nullValueCounts());
      assertThat(mine.lowerBounds()).as("seed %d", seed).isEqualTo(other.lowerBounds());
      assertThat(mine.upperBounds()).as("seed %d", seed).isEqualTo(other.upperBounds());
      assertThat(mine.partition()).as("seed %d", seed).isEqualTo(other.partition());
    }
  }

  @Test
  void sparkReadsTheSame() throws Exception {
    for (long seed = 201; seed <= 203; seed++) {
      List<InternalRow> rows = rows(seed, 80_000);
      List<String> ours = read(ours(rows));
      assertThat(ours).as("seed %d", seed).hasSize(rows.size()).isEqualTo(read(theirs(rows)));
    }
  }

  /** What Spark reads of the files alone, in order. */
  private List<String> read(List<DataFile> files) {
    AppendFiles append = table.newAppend();
    files.forEach(append::appendFile);
    append.commit();
    Dataset<Row> read = spark.table("h.ledger.t").coalesce(1);
    List<String> rows = read.collectAsList().stream().map(Row::toString).sorted().toList();
    DeleteFiles delete = table.newDelete();
    files.forEach(delete::deleteFile);
    delete.commit();
    return rows;
  }

  @Test
  void aColumnTheRowsLackIsNull() throws Exception {
    List<InternalRow> rows = rows(7, 100);
    StructField[] fields = shape.fields().clone();
    fields[1] = fields[1].copy("other", fields[1].dataType(), true, fields[1].metadata());
    List<DataFile> files = new ArrayList<>();
    new LedgerWriting(table, new StructType(fields), "ours")
        .call(rows.iterator())
        .forEachRemaining(files::add);
    for (DataFile file : files) {
      for (Record row : ControlRows.read(table, file)) {
        assertThat(row.get(1)).isNull();
      }
    }
  }
}
