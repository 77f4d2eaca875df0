package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import hallmetrics.testing.TestTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TombstonesTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 10);
  private static final Instant T = Instant.parse("2026-10-12T01:00:00Z");

  @TempDir Path folder;
  private SparkSession spark;
  private RunLock lock;
  private Store store;

  @BeforeEach
  void open() {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    spark = TestSession.on(location);
    lock = RunLock.acquire(location, "test", Duration.ZERO);
    store = Store.openOrCreate(lock, spark, Nights.tables(1));
  }

  @AfterEach
  void close() {
    store.close();
    lock.close();
  }

  @Test
  void aRecordThatMovedToAnotherMonthCountsThereOnly() {
    night(version("a", OCTOBER, 1, 1));
    assertThat(night(version("a", OCTOBER.plusMonths(1), 2, 2))).containsExactly("a 2026-10-10");
    assertThat(latest()).containsExactly("a 2026-11 2");
  }

  @Test
  void aRecordThatMovedBackCountsInItsFirstMonthAgain() {
    night(version("a", OCTOBER, 1, 1));
    night(version("a", OCTOBER.plusMonths(1), 2, 2));
    night(version("a", OCTOBER.plusDays(3), 3, 3));
    assertThat(latest()).containsExactly("a 2026-10 3");
  }

  @Test
  void anOlderVersionThatComesLaterHidesItself() {
    night(version("a", OCTOBER.plusMonths(1), 2, 2));
    night(version("a", OCTOBER, 1, 1));
    assertThat(latest()).containsExactly("a 2026-11 2");
  }

  @Test
  void aDeletionInAnotherMonthDeletes() {
    night(version("a", OCTOBER, 1, 1));
    night(TestTables.row("a", OCTOBER.plusMonths(1), 0, 2, T.plusSeconds(2), true));
    assertThat(latest()).isEmpty();
  }

  @Test
  void nothingIsMissingTwice() {
    night(version("a", OCTOBER, 1, 1), version("b", OCTOBER, 1, 1));
    assertThat(night(version("a", OCTOBER.plusMonths(4), 2, 2))).containsExactly("a 2026-10-10");
    assertThat(latest()).containsExactly("a 2027-02 2", "b 2026-10 1");
    assertThat(Tombstones.missing(store.view(), "t0").count()).isZero();
  }

  @Test
  void aWithdrawnCorrectionRevivesTheMonthItHadLeft() {
    night(version("a", OCTOBER, 1, 1));
    night(version("a", OCTOBER.plusMonths(1), 2, 2));
    try (Night night = store.begin(lock)) {
      night.appendDeliveries(
          List.of(Nights.delivery("delivery-2", night.run(), DeliveryState.WITHDRAWN)));
      night.decide(Nights.facts());
    }
    assertThat(latest()).containsExactly("a 2026-10 1");
  }

  /**
   * Whatever the order and the cut of the deliveries, each key counts once, by its last version.
   */
  @Test
  void orderAndSplittingOfDeliveriesChangeNothing() {
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      List<Row> versions = new ArrayList<>();
      TreeMap<String, String> expected = new TreeMap<>();
      for (int i = 0; i < 40; i++) {
        String key = "s" + seed + "k" + random.nextInt(12);
        LocalDate day = OCTOBER.plusDays(random.nextInt(120));
        versions.add(version(key, day, i, i));
        expected.put(key, key + " " + day.toString().substring(0, 7) + " " + i);
      }
      Collections.shuffle(versions, random);
      int cut = 1 + random.nextInt(38);
      night(versions.subList(0, cut).toArray(Row[]::new));
      night(versions.subList(cut, versions.size()).toArray(Row[]::new));
      String prefix = "s" + seed;
      assertThat(latest().stream().filter(row -> row.startsWith(prefix)))
          .as("seed %s", seed)
          .containsExactlyElementsOf(expected.values());
    }
  }

  private static Row version(String key, LocalDate day, int value, int order) {
    return TestTables.row(key, day, value, order, T.plusSeconds(order), false);
  }

  /** One night with its tombstones, which it returns as key and day. */
  private List<String> night(Row... rows) {
    try (Night night = store.begin(lock)) {
      Dataset<Row> brought = TestTables.rows(spark, List.of(rows));
      night.append("t0", brought);
      Dataset<Row> owed = Tombstones.missing(night.audit(), "t0");
      List<String> found =
          owed.collectAsList().stream()
              .map(row -> row.<String>getAs("record_key") + " " + row.getAs("event_date"))
              .sorted()
              .toList();
      night.append("t0", owed);
      night.decide(Nights.facts());
      return found;
    }
  }

  private List<String> latest() {
    return store.view().latest("t0").collectAsList().stream()
        .map(row -> row.getAs("record_key") + " " + row.getAs("origin") + " " + row.getInt(0))
        .sorted()
        .toList();
  }
}
