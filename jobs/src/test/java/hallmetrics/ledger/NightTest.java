package hallmetrics.ledger;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.schema.FieldType;
import hallmetrics.testing.TestSession;
import hallmetrics.testing.TestTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.SnapshotRef;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  @TempDir Path folder;
  private StoreLocation location;
  private SparkSession spark;
  private RunLock lock;
  private Store store;

  @BeforeEach
  void open() {
    location = StoreLocation.local(folder.resolve("store"));
    spark = TestSession.on(location);
    lock = RunLock.acquire(location, "test", Duration.ZERO);
    store = Store.openOrCreate(lock, spark, Nights.tables(2));
  }

  @AfterEach
  void close() {
    store.close();
    lock.close();
  }

  @Test
  void aBranchAppendLeavesMainAndReadersUntouchedUntilTheDecision() {
    try (Night night = store.begin(lock)) {
      night.append("t0", one("a", DAY, night));
      assertThat(spark.table("h.ledger.t0").count()).isZero();
      assertThat(store.view().rows("t0").count()).isZero();
      assertThat(night.before().rows("t0").count()).isZero();
      assertThat(night.audit().rows("t0").count()).isEqualTo(1);

      RunRecord run = night.decide(Nights.facts());

      assertThat(store.view().rows("t0").count()).isEqualTo(1);
      assertThat(spark.table("h.ledger.t0").count()).isEqualTo(1);
      assertThat(run.tables())
          .containsOnlyKeys(
              "ledger.t0",
              "ledger.t1",
              "night.daily",
              "night.deliveries",
              "night.fates",
              "night.quarantine");
      assertThat(store.catalog().table("ledger.t0").refs())
          .containsOnlyKeys(SnapshotRef.MAIN_BRANCH);
      assertThat(store.reader().newestDecided()).contains(run);
    }
  }

  @Test
  void onlyTouchedTablesGetABranch() {
    try (Night night = store.begin(lock)) {
      night.append("t0", one("a", DAY, night));
      assertThat(store.catalog().table("ledger.t0").refs()).containsKey(StoreCatalog.AUDIT);
      assertThat(store.catalog().table("ledger.t1").refs()).doesNotContainKey(StoreCatalog.AUDIT);
    }
  }

  @Test
  void countsOfWholeMonthsAreReplacedAndOthersStay() {
    try (Night night = store.begin(lock)) {
      night.replaceDaily(
          Map.of("a", Set.of("2026-10", "2026-11"), "b", Set.of("2026-10")),
          daily(
              Nights.count("a", "2026-10", 1),
              Nights.count("a", "2026-11", 2),
              Nights.count("b", "2026-10", 3)));
      night.decide(Nights.facts());
    }
    try (Night night = store.begin(lock)) {
      night.replaceDaily(
          Map.of("a", Set.of("2026-10", "2026-11")), daily(Nights.count("a", "2026-10", 7)));
      assertThat(counts(store.view()))
          .containsExactlyInAnyOrder("a 2026-10 1", "a 2026-11 2", "b 2026-10 3");
      assertThat(spark.table("h.night.daily").count()).isEqualTo(3);
      night.decide(Nights.facts());
    }
    assertThat(counts(store.view())).containsExactlyInAnyOrder("a 2026-10 7", "b 2026-10 3");
  }

  @Test
  void aCountOutsideTheReplacedMonthsIsRefused() {
    try (Night night = store.begin(lock)) {
      assertThatThrownBy(
              () ->
                  night.replaceDaily(
                      Map.of("a", Set.of("2026-10")), daily(Nights.count("a", "2026-09", 1))))
          .hasStackTraceContaining("a row lies outside the replaced months");
    }
  }

  @Test
  void aMonthTwoTasksCountedIsRefused() {
    try (Night night = store.begin(lock)) {
      Row count = Nights.count("a", "2026-10", 1);
      assertThatThrownBy(
              () -> night.replaceDaily(Map.of("a", Set.of("2026-10")), daily(count, count)))
          .hasStackTraceContaining("two tasks counted");
    }
  }

  @Test
  void aNightWritesOneSortedFileATableAndMonth() {
    try (Night night = store.begin(lock)) {
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        rows.add(
            TestTables.version(
                "%011x".formatted((i * 7919L) % 300),
                DAY.minusDays((i * 31) % 60),
                i,
                night.deliverySeq(0)));
      }
      night.append("t0", TestTables.rows(spark, rows).repartition(7));
      night.decide(Nights.facts());
    }
    List<Row> files =
        spark.sql("select file_path, record_count from h.ledger.t0.files").collectAsList();
    assertThat(files).hasSize(2);
    List<String> stored =
        spark
            .table("h.ledger.t0")
            .select(col("_file"), col("_pos"), col("event_date"), col("record_key"))
            .orderBy("_file", "_pos")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + row.get(2) + row.getString(3))
            .toList();
    assertThat(stored).hasSize(300).isSorted();
  }

  @Test
  void tablesMayBeWrittenByTwoThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Night night = store.begin(lock)) {
      Future<?> first = threads.submit(() -> night.append("t0", one("a", DAY, night)));
      Future<?> second = threads.submit(() -> night.append("t1", one("b", DAY, night)));
      first.get();
      second.get();
      night.decide(Nights.facts());
    } finally {
      threads.shutdown();
    }
    assertThat(store.view().rows("t0").count() + store.view().rows("t1").count()).isEqualTo(2);
  }

  @Test
  void anAbandonedNightLeavesNoTraceAndItsNumberIsUsedAgain() {
    try (Night night = store.begin(lock)) {
      night.append("t0", one("a", DAY, night));
    }
    try (Night night = store.begin(lock)) {
      assertThat(night.run()).isEqualTo("r00000001");
      assertThat(night.audit().rows("t0").count()).isZero();
    }
    assertThat(store.reader().runs()).isEmpty();
  }

  @Test
  void aRefusedNightIsRecordedAndReadersStayWithTheDecidedOne() {
    RunRecord first;
    try (Night night = store.begin(lock)) {
      night.append("t0", one("a", DAY, night));
      first = night.decide(Nights.facts());
    }
    try (Night night = store.begin(lock)) {
      night.append("t0", one("b", DAY, night));
      night.refuse(Nights.facts(), "share-rejected");
    }
    assertThat(store.reader().newestDecided()).contains(first);
    assertThat(store.reader().runs())
        .extracting(RunRecord::state)
        .containsExactly(RunState.DECIDED, RunState.REFUSED);
    assertThat(store.reader().runs())
        .extracting(RunRecord::gate)
        .containsExactly(null, "share-rejected");
    assertThat(store.view().rows("t0").count()).isEqualTo(1);
    assertThat(spark.table("h.ledger.t0").count()).isEqualTo(1);
  }

  @Test
  void anUnknownColumnIsRefusedAndAnAbsentOneIsNull() {
    try (Night night = store.begin(lock)) {
      assertThatThrownBy(
              () -> night.append("t0", one("a", DAY, night).withColumn("spare", col("value"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("spare");
      night.append("t0", one("a", DAY, night).drop("value"));
      assertThat(night.audit().rows("t0").first().isNullAt(0)).isTrue();
    }
  }

  @Test
  void aColumnTheCatalogueGainsIsNullInOldRows() {
    try (Night night = store.begin(lock)) {
      night.append("t0", one("a", DAY, night));
      night.decide(Nights.facts());
    }
    List<hallmetrics.schema.Field> fields =
        List.of(
            TestTables.field("value", FieldType.LONG),
            TestTables.field("note", FieldType.STRINGS),
            TestTables.field("happened", FieldType.DATE));
    try (Store wider = Store.open(spark, location, List.of(TestTables.table("t0", fields)))) {
      assertThat(wider.view().rows("t0").columns()).startsWith("value", "note", "happened");
      assertThat(wider.view().rows("t0").first().isNullAt(1)).isTrue();
      try (Night night = wider.begin(lock)) {
        night.append("t0", one("b", DAY, night));
        night.decide(Nights.facts());
      }
      assertThat(wider.view().rows("t0").count()).isEqualTo(2);
      assertThat(spark.table("h.ledger.t0").columns())
          .startsWith("value", "note", "happened", "source_record_id");
    }
  }

  @Test
  void aColumnOfAnotherTypeIsRefused() {
    store.begin(lock).close();
    List<hallmetrics.schema.Field> fields = List.of(TestTables.field("value", FieldType.STRING));
    try (Store other = Store.open(spark, location, List.of(TestTables.table("t0", fields)))) {
      assertThatThrownBy(() -> other.begin(lock))
          .hasMessageContaining("[table-type-changed]")
          .hasMessageContaining("ledger.t0");
    }
  }

  @Test
  void aNightThatWasOvertakenIsNotDecided() {
    try (Night overtaken = store.begin(lock)) {
      overtaken.append("t0", one("a", DAY, overtaken));
      // a second writer that got past the lock (another machine): it settles and decides first
      try (Night other = store.begin(lock)) {
        other.append("t0", one("b", DAY, other));
        other.decide(Nights.facts());
      }
      assertThatThrownBy(() -> overtaken.decide(Nights.facts()))
          .hasMessageContaining("[store-moved]");
    }
    assertThat(store.view().rows("t0").select("record_key").first().getString(0)).isEqualTo("b");
  }

  @Test
  void deliveriesAndFatesAreDecidedWithTheNight() {
    try (Night night = store.begin(lock)) {
      Nights.write(night, spark, 2);
      assertThat(store.reader().deliveries()).isEmpty();
      assertThat(night.audit().deliveryRecords()).hasSize(1);
      night.decide(Nights.facts());
    }
    assertThat(store.reader().deliveries())
        .containsExactly(Nights.delivery("delivery-1000000", "r00000001"));
    assertThat(store.reader().fates()).hasSize(1);
    assertThat(store.view().deliveries().count()).isEqualTo(1);
    assertThat(store.view().fates().count()).isEqualTo(1);
  }

  private org.apache.spark.sql.Dataset<Row> one(String key, LocalDate day, Night night) {
    return TestTables.rows(spark, List.of(TestTables.version(key, day, 1, night.deliverySeq(0))));
  }

  private JavaRDD<CountBlock> daily(Row... rows) {
    return Nights.counts(spark, List.of(rows));
  }

  private static List<String> counts(View view) {
    return view.daily().collectAsList().stream()
        .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getLong(8))
        .toList();
  }
}
