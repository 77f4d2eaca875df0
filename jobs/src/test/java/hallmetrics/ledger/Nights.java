package hallmetrics.ledger;

import hallmetrics.schema.TableSchema;
import hallmetrics.testing.TestTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;

/** Nights of known size over a number of tables, for tests that count. */
final class Nights {
  static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private Nights() {}

  static List<TableSchema> tables(int count) {
    return IntStream.range(0, count).mapToObj(i -> TestTables.table("t" + i)).toList();
  }

  /** Rows the night of a number brings to a table. */
  static long rows(long night, int table) {
    return 3 + night % 5 + table;
  }

  /** Rows a table holds after the nights up to a number. */
  static long held(long nights, int table) {
    return LongStream.rangeClosed(1, nights).map(night -> rows(night, table)).sum();
  }

  /** Runs the next night to its decision. */
  static RunRecord next(StoreLocation location, SparkSession spark, int tables) {
    try (RunLock lock = RunLock.acquire(location, "test", Duration.ZERO);
        Store store = Store.openOrCreate(lock, spark, tables(tables));
        Night night = store.begin(lock)) {
      write(night, spark, tables);
      return night.decide(facts());
    }
  }

  /** Writes what a night of this number brings, without deciding. */
  static void write(Night night, SparkSession spark, int tables) {
    long number = night.deliverySeq(0) / 1_000_000;
    Map<String, Set<String>> months = new java.util.TreeMap<>();
    List<Row> counts = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      List<Row> rows = new ArrayList<>();
      for (long r = 0; r < rows(number, i); r++) {
        rows.add(
            TestTables.version("n" + number + "-" + r, DAY, (int) number, night.deliverySeq(0)));
      }
      night.append("t" + i, TestTables.rows(spark, rows));
      months.put("t" + i, Set.of("2026-10"));
      counts.add(count("t" + i, "2026-10", held(number, i)));
    }
    night.appendDeliveries(List.of(delivery("delivery-" + night.deliverySeq(0), night.run())));
    night.appendFates(
        List.of(new FateRecord(night.run(), "d", "source", "t0", "ACCEPTED", null, 1)));
    night.replaceDaily(months, counts(spark, counts));
  }

  /** Counts as tasks hand them to the store: a block for each. */
  static JavaRDD<CountBlock> counts(SparkSession spark, List<Row> counts) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(counts, 2)
        .map(Nights::block);
  }

  private static CountBlock block(Row row) {
    CountTexts texts = new CountTexts();
    CountBlock block = new CountBlock(texts);
    block.begin(UTF8String.fromString(row.getString(0)), UTF8String.fromString(row.getString(1)));
    block.at(texts.number(row.getString(2)), (int) row.getLocalDate(3).toEpochDay());
    block.add(
        texts.number(row.getString(4)),
        texts.number(row.getString(5)),
        texts.number(row.getString(6)),
        texts.number(row.getString(7)));
    block.count(row.getLong(8), row.getDecimal(9));
    return block;
  }

  static Row count(String table, String origin, long n) {
    return RowFactory.create(table, origin, "rows", DAY, "ALL", "", "", "", n, null);
  }

  static DeliveryRecord delivery(String sha256, String run) {
    return delivery(sha256, run, DeliveryState.READ);
  }

  static DeliveryRecord delivery(String sha256, String run, DeliveryState state) {
    return new DeliveryRecord(
        sha256, "source", "pj_20261031.csv", Instant.EPOCH, 10, 1, state, null, run);
  }

  static RunFacts facts() {
    return new RunFacts(
        "nightly",
        DAY,
        DAY,
        List.of(),
        Map.of("catalogue", "c0"),
        "operator",
        "hall 0.1.0",
        Instant.parse("2026-10-31T16:30:00Z"),
        Instant.parse("2026-10-31T16:31:00Z"));
  }
}
