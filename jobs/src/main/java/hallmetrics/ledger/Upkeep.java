package hallmetrics.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps a store small: joins small files and lets old snapshots go. Only under the run lock and
 * with no night open, since it commits to main.
 *
 * <p>Orphan files are never looked for: Iceberg's own search compares absolute listings with our
 * relative locations and takes live files for orphans.
 */
public final class Upkeep {
  private final StoreCatalog catalog;

  Upkeep(StoreCatalog catalog) {
    this.catalog = catalog;
    Recovery.run(catalog);
  }

  /**
   * Joins the small files of every table and records the new snapshots as a run, so that readers
   * follow before anything expires.
   */
  public RunRecord compact(SparkSession spark, RunFacts facts) {
    Runs runs = new Runs(catalog);
    Map<String, Long> tables = new TreeMap<>();
    for (String name : catalog.names()) {
      if (!name.equals(Schemas.RUNS)) {
        tables.put(name, compact(spark, name));
      }
    }
    RunRecord run =
        RunRecord.of(
            runs.newest().map(RunRecord::seq).orElse(0L) + 1,
            facts,
            RunState.DECIDED,
            null,
            tables);
    runs.append(run);
    return run;
  }

  private Long compact(SparkSession spark, String name) {
    StoreFaults.guard(
        catalog.location(),
        () ->
            SparkActions.get(spark)
                .rewriteDataFiles(catalog.table(name))
                .option("min-input-files", "2")
                .execute());
    Failpoint.hit("commit");
    Table table = catalog.table(name);
    return Objects.requireNonNull(StoreCatalog.reference(table, SnapshotRef.MAIN_BRANCH), name);
  }

  /**
   * Lets snapshots older than {@code keep} go, with the files only they hold. What the newest
   * decided run sees and what an edition's tag names stays.
   */
  public void expire(Instant now, Duration keep) {
    Map<String, Long> pinned =
        new Runs(catalog).newestDecided().map(RunRecord::tables).orElse(Map.of());
    for (String name : catalog.names()) {
      Table table = catalog.table(name);
      Long main = StoreCatalog.reference(table, SnapshotRef.MAIN_BRANCH);
      // a compaction killed before its run was recorded: readers still see the snapshot before it
      boolean followed = name.equals(Schemas.RUNS) || Objects.equals(main, pinned.get(name));
      if (followed) {
        StoreFaults.guard(
            catalog.location(),
            () -> {
              table
                  .expireSnapshots()
                  .expireOlderThan(now.minus(keep).toEpochMilli())
                  .retainLast(1)
                  .commit();
              return table;
            });
        Failpoint.hit("commit");
      }
    }
  }
}
