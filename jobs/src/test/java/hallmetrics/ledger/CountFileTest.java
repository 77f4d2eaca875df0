package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.testing.TestSession;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of counts beside those the library writes for the same rows. */
class CountFileTest {
  private static final UTF8String TABLE = UTF8String.fromString("a");
  private static final UTF8String MONTH = UTF8String.fromString("2026-10");

  @TempDir Path folder;
  private SparkSession spark;
  private RunLock lock;
  private Store store;
  private Table table;

  @BeforeEach
  void open() {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    spark = TestSession.on(location);
    lock = RunLock.acquire(location, "test", Duration.ZERO);
    store = Store.openOrCreate(lock, spark, List.of());
    store.begin(lock).abandon();
    table = store.catalog().table(Schemas.DAILY);
  }

  @AfterEach
  void close() {
    store.close();
    lock.close();
  }

  /** Blocks as a task makes them: one block filled anew each time it is asked for. */
  private static final class Blocks implements Iterator<CountBlock> {
    private final Random random;
    private final CountTexts texts = new CountTexts();
    private final CountBlock block = new CountBlock(texts);
    private int left;

    Blocks(long seed) {
      random = new Random(seed);
      left = 1 + random.nextInt(6);
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public CountBlock next() {
      left--;
      block.begin(TABLE, MONTH);
      int rows = List.of(1, 2, 7, 8, 9, 500, 4096, 30_000).get(random.nextInt(8));
      int words = 1 + random.nextInt(rows);
      int nulls = random.nextInt(3);
      for (int i = 0; i < rows; i++) {
        block.at(text(3), 20_000 + random.nextInt(40));
        block.add(text(6), text(words), text(7), text(20));
        BigDecimal x = nulls == 0 || (nulls == 1 && random.nextBoolean()) ? null : sum();
        block.count(count(), x);
      }
      return block;
    }

    private int text(int words) {
      int number = random.nextInt(words);
      return texts.number(
          number == 0 ? "" : "大厅 " + number * 7919L % 10_007 + "H".repeat(number % 9));
    }

    private long count() {
      return switch (random.nextInt(40)) {
        case 0 -> random.nextLong();
        case 1 -> 1 << random.nextInt(20);
        default -> 1 + random.nextInt(30);
      };
    }

    private BigDecimal sum() {
      BigInteger whole = new BigInteger(1 + random.nextInt(80), random);
      return new BigDecimal(random.nextBoolean() ? whole : whole.negate(), random.nextInt(7));
    }
  }

  private List<DataFile> ours(long seed) throws Exception {
    Iterator<DataFile> files =
        new CountWriting(table, "ours", Set.of(List.of("a", "2026-10"))).call(new Blocks(seed));
    return list(files);
  }

  private List<DataFile> theirs(long seed) throws Exception {
    List<InternalRow> rows = new ArrayList<>();
    new Blocks(seed).forEachRemaining(block -> block.rows().forEachRemaining(rows::add));
    return list(new LibraryWriting(table, LedgerSchema.daily(), "theirs").call(rows.iterator()));
  }

  private static <T> List<T> list(Iterator<T> from) {
    List<T> list = new ArrayList<>();
    from.forEachRemaining(list::add);
    return list;
  }

  @Test
  void holdTheSameRowsInTheSameOrderAndTellTheSameOfThem() throws Exception {
    for (long seed = 1; seed <= 25; seed++) {
      List<DataFile> ours = ours(seed);
      List<DataFile> theirs = theirs(seed);
      assertThat(ours).as("seed %d", seed).hasSize(1);
      DataFile mine = ours.get(0);
      DataFile other = theirs.get(0);
      assertThat(ControlRows.read(table, mine))
          .as("seed %d", seed)
          .isEqualTo(ControlRows.read(table, other));
      assertThat(mine.recordCount()).as("seed %d", seed).isEqualTo(other.recordCount());
      assertThat(mine.valueCounts()).as("seed %d", seed).isEqualTo(other.valueCounts());
      assertThat(mine.nullValueCounts()).as("seed %d", seed).isEqualTo(other.nullValueCounts());
      assertThat(mine.lowerBounds()).as("seed %d", seed).isEqualTo(other.lowerBounds());
      assertThat(mine.upperBounds()).as("seed %d", seed).isEqualTo(other.upperBounds());
      assertThat(mine.partition()).as("seed %d", seed).isEqualTo(other.partition());
      assertThat(mine.splitOffsets()).as("seed %d", seed).isNull();
    }
  }

  @Test
  void sparkFindsTheSameThroughEveryFilter() throws Exception {
    for (long seed = 101; seed <= 104; seed++) {
      List<Record> rows = ControlRows.read(table, theirs(seed).get(0));
      AppendFiles append = table.newAppend();
      List<DataFile> files = ours(seed);
      files.forEach(append::appendFile);
      append.commit();
      Dataset<Row> read = spark.table("h.night.daily");
      assertThat(read.count()).as("seed %d", seed).isEqualTo(rows.size());
      for (String column : List.of("measure", "scope", "scope_id", "split_value", "n")) {
        Map<Object, Long> counted =
            rows.stream()
                .collect(Collectors.groupingBy(row -> row.getField(column), Collectors.counting()));
        Object some = counted.keySet().stream().skip(counted.size() / 2).findFirst().orElseThrow();
        assertThat(read.where(functions.col(column).equalTo(some)).count())
            .as("seed %d, %s = %s", seed, column, some)
            .isEqualTo(Objects.requireNonNull(counted.get(some)));
      }
      BigDecimal sum =
          rows.stream()
              .map(row -> (BigDecimal) row.getField("x"))
              .filter(Objects::nonNull)
              .reduce(BigDecimal.ZERO.setScale(6), BigDecimal::add);
      BigDecimal found = read.selectExpr("coalesce(sum(x), 0.000000)").first().getDecimal(0);
      assertThat(found).as("seed %d", seed).isEqualByComparingTo(sum);
      table.newDelete().deleteFile(files.get(0)).commit();
    }
  }

  @Test
  void aSumTooLargeForItsColumnIsAnError() {
    CountTexts texts = new CountTexts();
    CountBlock block = new CountBlock(texts);
    block.begin(TABLE, MONTH);
    int empty = texts.number("");
    block.at(empty, 1);
    block.add(empty, empty, empty, empty);
    block.count(1, BigDecimal.TEN.pow(32));
    CountWriting writing = new CountWriting(table, "ours", Set.of(List.of("a", "2026-10")));
    Iterator<CountBlock> blocks = List.of(block).iterator();
    assertThatThrownBy(() -> writing.call(blocks)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void nothingGivesNoFile() throws Exception {
    assertThat(
            list(new CountWriting(table, "ours", Set.of()).call(List.<CountBlock>of().iterator())))
        .isEmpty();
  }
}
