package hallmetrics.ledger;

import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * Brings every table behind the newest decided run: a decided night is rolled forward, an undecided
 * one is dropped. May be repeated and may be killed anywhere. Only under the run lock.
 */
final class Recovery {
  private Recovery() {}

  /** Settles all tables; returns the newest decided run. */
  static Optional<RunRecord> run(StoreCatalog catalog) {
    Optional<RunRecord> decided = new Runs(catalog).newestDecided();
    Map<String, Long> ids = decided.map(RunRecord::tables).orElse(Map.of());
    for (String name : catalog.names()) {
      settle(catalog, name, ids.get(name));
    }
    return decided;
  }

  /** Settles one table of a run that saw the given snapshot of it (null: none). */
  static void settle(
      StoreCatalog catalog, String name, @org.jspecify.annotations.Nullable Long decided) {
    Table table = catalog.table(name);
    Long audit = StoreCatalog.reference(table, StoreCatalog.AUDIT);
    if (audit == null) {
      return;
    }
    StoreFaults.guard(
        catalog.location(),
        () -> {
          if (audit.equals(decided)) {
            table
                .manageSnapshots()
                .fastForwardBranch(SnapshotRef.MAIN_BRANCH, StoreCatalog.AUDIT)
                .removeBranch(StoreCatalog.AUDIT)
                .commit();
          } else {
            table.manageSnapshots().removeBranch(StoreCatalog.AUDIT).commit();
          }
          return table;
        });
    Failpoint.hit("commit");
  }
}
