package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night is killed after its k-th commit; readers see the old night whole or the new one whole.
 */
class CrashTest {
  private static final int KILLED = 137;

  @TempDir Path folder;

  @Test
  void aNightKilledWhileMainsFollowItsDecisionIsWhole() throws Exception {
    // branches and appends of two ledger tables, deliveries, fates, daily: 10; the decision: 11
    assertThat(killed(1, 2, 13)).isEqualTo("decided, mains differ");
  }

  @Test
  @Tag("slow")
  void aNightOfTwelveTablesKilledAfterEachCommitIsWhole() throws Exception {
    int tables = 12;
    Map<Integer, String> seen = new TreeMap<>();
    long night = 0;
    int commit = 1;
    String found = "";
    while (!found.equals("finished")) {
      found = killed(night, tables, commit);
      seen.put(commit, found);
      night = newest(location());
      commit++;
    }
    // 12 tables and deliveries, fates, daily: a branch and an append each; then runs; then 15 mains
    assertThat(seen.get(30)).isEqualTo("undecided");
    assertThat(seen.get(31)).isEqualTo("decided");
    assertThat(seen.get(45)).isEqualTo("decided, mains differ");
    assertThat(commit - 2).isEqualTo(46);
  }

  private StoreLocation location() {
    return StoreLocation.local(folder.resolve("store"));
  }

  /** Kills the next night after a commit, checks what is left and that the rerun is whole. */
  private String killed(long nightsBefore, int tables, int commit) throws Exception {
    StoreLocation location = location();
    SparkSession spark = TestSession.on(location);
    if (nightsBefore == 0 || !StoreReader.exists(location)) {
      Nights.next(location, spark, tables);
    }
    long before = newest(location);
    Path log = folder.resolve("log");
    int status =
        Forked.run(
            log,
            NightProcess.class,
            "commit:" + commit + ":kill",
            location.root(),
            Integer.toString(tables));
    assertThat(status).as(() -> text(log)).isIn(0, KILLED);
    long after = newest(location);
    assertThat(after).isBetween(before, before + 1);
    pinnedIsWhole(location, spark, tables, after);
    boolean mixed = mainsDiffer(location);

    settle(location, spark, tables);
    assertThat(newest(location)).isEqualTo(after);
    assertThat(mainsDiffer(location)).isFalse();
    Nights.next(location, spark, tables);
    pinnedIsWhole(location, spark, tables, after + 1);
    if (status == 0) {
      return "finished";
    }
    return after == before ? "undecided" : mixed ? "decided, mains differ" : "decided";
  }

  private static long newest(StoreLocation location) {
    try (StoreReader reader = StoreReader.open(location)) {
      return reader.newestDecided().orElseThrow().seq();
    }
  }

  private static void settle(StoreLocation location, SparkSession spark, int tables) {
    try (RunLock lock = RunLock.acquire(location, "test", Duration.ZERO);
        Store store = Store.open(spark, location, Nights.tables(tables))) {
      store.begin(lock).close();
      for (String name : store.catalog().names()) {
        assertThat(store.catalog().table(name).refs()).containsOnlyKeys(SnapshotRef.MAIN_BRANCH);
      }
    }
  }

  /** Every table holds exactly the rows of the nights up to the newest: none lost, none doubled. */
  private static void pinnedIsWhole(
      StoreLocation location, SparkSession spark, int tables, long nights) {
    try (Store store = Store.open(spark, location, Nights.tables(tables))) {
      View view = store.view();
      for (int i = 0; i < tables; i++) {
        assertThat(view.rows("t" + i).count()).as("t%s", i).isEqualTo(Nights.held(nights, i));
      }
      assertThat(view.deliveryRecords()).hasSize((int) nights);
      assertThat(view.daily().count()).isEqualTo(tables);
      assertThat(view.daily().groupBy().sum("n").first().getLong(0))
          .isEqualTo(
              java.util.stream.IntStream.range(0, tables)
                  .mapToLong(i -> Nights.held(nights, i))
                  .sum());
    }
  }

  /**
   * Whether some main followed the newest run and some did not: what a reader of main would see.
   */
  private static boolean mainsDiffer(StoreLocation location) {
    try (StoreCatalog catalog = StoreCatalog.open(location)) {
      RunRecord run = new Runs(catalog).newestDecided().orElseThrow();
      long followed =
          run.tables().entrySet().stream()
              .filter(
                  entry -> {
                    Table table = catalog.table(entry.getKey());
                    return entry.getValue().equals(StoreCatalog.reference(table, "main"));
                  })
              .count();
      // quarantine is untouched by these nights
      return followed != run.tables().size() && followed != 1;
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
