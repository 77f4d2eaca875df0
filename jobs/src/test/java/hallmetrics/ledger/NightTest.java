package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import hallmetrics.testing.TestTables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.SnapshotRef;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  @TempDir Path folder;

  @Test
  void aBranchAppendLeavesMainAndReadersUntouchedUntilTheDecision() {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    SparkSession spark = TestSession.on(location);
    try (RunLock lock = RunLock.acquire(location, "test", Duration.ZERO);
        Store store = Store.openOrCreate(lock, spark, List.of(TestTables.table("evaluation")));
        Night night = store.begin(lock)) {
      night.append(
          "evaluation",
          TestTables.rows(spark, List.of(TestTables.version("a", DAY, 1, night.deliverySeq(0)))));
      assertThat(spark.table("h.ledger.evaluation").count()).isZero();
      assertThat(store.view().rows("evaluation").count()).isZero();
      assertThat(night.audit().rows("evaluation").count()).isEqualTo(1);

      RunRecord run = night.decide(facts());

      assertThat(store.view().rows("evaluation").count()).isEqualTo(1);
      assertThat(spark.table("h.ledger.evaluation").count()).isEqualTo(1);
      assertThat(run.tables()).containsKeys("ledger.evaluation", "night.daily");
      assertThat(store.catalog().table("ledger.evaluation").refs())
          .containsOnlyKeys(SnapshotRef.MAIN_BRANCH);
      assertThat(store.reader().newestDecided()).contains(run);
    }
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
