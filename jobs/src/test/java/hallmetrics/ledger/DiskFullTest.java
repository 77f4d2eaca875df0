package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.testing.TestSession;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {
  @TempDir Path folder;

  @AfterEach
  void enoughSpaceAgain() {
    Failpoint.ask(null);
  }

  @Test
  void aFullDiskEndsTheNightAndLeavesTheOldFigures() {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    SparkSession spark = TestSession.on(location);
    Nights.next(location, spark, 1);
    // asked for once before, and reached: what other tests of this process may have done
    Failpoint.ask("create:4:enospc");
    assertThatThrownBy(() -> Nights.next(location, spark, 1)).isInstanceOf(HallException.class);
    for (int file : new int[] {1, 3, 4, 9, 16}) {
      Failpoint.ask("create:" + file + ":enospc");
      assertThatThrownBy(() -> Nights.next(location, spark, 1))
          .as("file %s", file)
          .isInstanceOfSatisfying(
              HallException.class,
              fault -> {
                assertThat(fault.code()).isEqualTo("store-full");
                assertThat(fault.status()).isEqualTo(ExitStatus.OUTSIDE);
                assertThat(fault).hasMessageContaining(location.root());
              });
      Failpoint.ask(null);
      assertThat(held(location, spark)).isEqualTo(Nights.held(1, 0));
    }
    Nights.next(location, spark, 1);
    assertThat(held(location, spark)).isEqualTo(Nights.held(2, 0));
  }

  @Test
  void aFaultWhileMainsFollowDoesNotUndoTheDecision() {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    SparkSession spark = TestSession.on(location);
    Nights.next(location, spark, 1);
    try (RunLock lock = RunLock.acquire(location, "test", Duration.ZERO);
        Store store = Store.open(spark, location, Nights.tables(1));
        Night night = store.begin(lock)) {
      Nights.write(night, spark, 1);
      // the decision makes five files: data, manifest, list, metadata; then mains follow
      Failpoint.ask("commit:2:ioexception");
      RunRecord run = night.decide(Nights.facts());
      assertThat(store.reader().newestDecided()).contains(run);
    }
    Failpoint.ask(null);
    Nights.next(location, spark, 1);
    assertThat(held(location, spark)).isEqualTo(Nights.held(3, 0));
  }

  private static long held(StoreLocation location, SparkSession spark) {
    try (Store store = Store.open(spark, location, Nights.tables(1))) {
      return store.view().rows("t0").count();
    }
  }
}
