package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagsTest {
  private static final String EDITION = "edition-2026-10-1";
  private static final Duration TWO_YEARS = Duration.ofDays(730);

  @TempDir Path folder;
  private StoreLocation location;
  private SparkSession spark;

  @BeforeEach
  void oneNight() {
    location = StoreLocation.local(folder.resolve("store"));
    spark = TestSession.on(location);
    Nights.next(location, spark, 1);
  }

  @AfterEach
  void readersAreLeftWithTheNewestNight() {
    try (Store store = Store.open(spark, location, Nights.tables(1))) {
      long nights = store.view().deliveryRecords().size();
      assertThat(store.view().rows("t0").count()).isEqualTo(Nights.held(nights, 0));
    }
  }

  @Test
  void anEditionReadsWhatItReadAfterCompactionAndExpiry() {
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(1))) {
      store.tag(lock, EDITION, store.view(), TWO_YEARS);
    }
    Nights.next(location, spark, 1);
    Nights.next(location, spark, 1);
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(1))) {
      RunRecord compacted = store.upkeep(lock).compact(spark, Nights.facts());
      store.upkeep(lock).expire(Instant.now().plusSeconds(1), Duration.ZERO);

      assertThat(store.reader().newestDecided()).contains(compacted);
      assertThat(spark.table("h.ledger.t0.files").count()).isEqualTo(1);
      assertThat(spark.table("h.ledger.t0.snapshots").count()).isEqualTo(2);
      View edition = store.edition(EDITION);
      assertThat(edition.rows("t0").count()).isEqualTo(Nights.held(1, 0));
      assertThat(edition.latest("t0").count()).isEqualTo(Nights.held(1, 0));
      assertThat(edition.daily().select("n").first().getLong(0)).isEqualTo(Nights.held(1, 0));
      assertThat(edition.deliveryRecords()).hasSize(1);
    }
  }

  @Test
  void aTagIsPutAgainAndFollowsTheEditionThatNeverAppeared() {
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(1))) {
      store.tag(lock, EDITION, store.view(), TWO_YEARS);
      store.tag(lock, EDITION, store.view(), TWO_YEARS);
      assertThat(store.edition(EDITION).rows("t0").count()).isEqualTo(Nights.held(1, 0));
    }
    Nights.next(location, spark, 1);
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(1))) {
      store.tag(lock, EDITION, store.view(), TWO_YEARS);
      assertThat(store.edition(EDITION).rows("t0").count()).isEqualTo(Nights.held(2, 0));
    }
  }

  @Test
  void aTagOutlivedLetsItsSnapshotGo() {
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(1))) {
      store.tag(lock, EDITION, store.view(), Duration.ofMillis(1));
    }
    Nights.next(location, spark, 1);
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(1))) {
      store.upkeep(lock).expire(Instant.now().plusSeconds(1), Duration.ZERO);
      assertThat(store.catalog().table("ledger.t0").refs()).containsOnlyKeys("main");
    }
  }

  @Test
  void aTableMadeAfterTheEditionIsEmptyInIt() {
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(1))) {
      store.tag(lock, EDITION, store.view(), TWO_YEARS);
    }
    try (RunLock lock = lock();
        Store store = Store.open(spark, location, Nights.tables(2))) {
      store.begin(lock).close();
      assertThat(store.edition(EDITION).rows("t1").count()).isZero();
      assertThat(store.view().rows("t1").count()).isZero();
    }
  }

  private RunLock lock() {
    return RunLock.acquire(location, "test", Duration.ZERO);
  }
}
