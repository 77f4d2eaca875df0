package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;

/** The decision record {@code night.runs}: one row a run, one commit a row. */
final class Runs {
  private final StoreCatalog catalog;

  Runs(StoreCatalog catalog) {
    this.catalog = catalog;
  }

  /** The newest run that was decided: what every reader follows. */
  Optional<RunRecord> newestDecided() {
    return newest(run -> run.state() == RunState.DECIDED);
  }

  /** The newest run of any state. */
  Optional<RunRecord> newest() {
    return newest(run -> true);
  }

  private Optional<RunRecord> newest(Predicate<RunRecord> wanted) {
    if (catalog.names().isEmpty()) {
      return Optional.empty();
    }
    Table table = catalog.table(Schemas.RUNS);
    return StoreFaults.guard(catalog.location(), () -> newest(table, wanted));
  }

  private static Optional<RunRecord> newest(Table table, Predicate<RunRecord> wanted) {
    for (DataFile file : ControlRows.filesByGreatest(table, head(table), "seq")) {
      Optional<RunRecord> found =
          ControlRows.read(table, file).stream()
              .map(Codec::run)
              .filter(wanted)
              .max(Comparator.comparingLong(RunRecord::seq));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** All runs by number. */
  List<RunRecord> all() {
    if (catalog.names().isEmpty()) {
      return List.of();
    }
    Table table = catalog.table(Schemas.RUNS);
    return StoreFaults.guard(
        catalog.location(),
        () ->
            ControlRows.read(table, head(table)).stream()
                .map(Codec::run)
                .sorted(Comparator.comparingLong(RunRecord::seq))
                .toList());
  }

  /**
   * Appends a run: the one commit that decides. The run's number must follow the newest.
   *
   * @throws HallException {@code store-moved}, exit 4, when another run was recorded meanwhile
   */
  void append(RunRecord run) {
    Table table = catalog.table(Schemas.RUNS);
    long base = head(table);
    long last = newest(table, any -> true).map(RunRecord::seq).orElse(0L);
    if (last != run.seq() - 1) {
      throw moved(null);
    }
    try {
      StoreFaults.guard(
          catalog.location(),
          () -> {
            ControlRows.append(
                table,
                SnapshotRef.MAIN_BRANCH,
                base,
                List.of(Codec.encode(table.schema(), run)),
                run.run());
            return run;
          });
    } catch (ValidationException | CommitFailedException e) {
      throw moved(e);
    }
  }

  private static long head(Table table) {
    return table.currentSnapshot().snapshotId();
  }

  static HallException moved(@org.jspecify.annotations.Nullable Throwable cause) {
    HallException.Builder fault =
        HallException.of("store-moved", ExitStatus.OUTSIDE, "另一次运行已改动数据仓，本次运行未生效")
            .english("another run changed the store meanwhile; nothing of this run counts")
            .next("确认没有别的运行后重试。");
    return cause == null ? fault.build() : fault.build(cause);
  }
}
