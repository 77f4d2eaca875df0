package hallmetrics.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.iceberg.util.StructLikeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The audit branches of one night: made on the first touch of a table, settled at its end. */
final class AuditBranches {
  private final SparkSession spark;
  private final StoreCatalog catalog;
  private final String run;
  private final Map<String, Boolean> touched = new ConcurrentHashMap<>();

  AuditBranches(SparkSession spark, StoreCatalog catalog, String run) {
    this.spark = spark;
    this.catalog = catalog;
    this.run = run;
  }

  /** What is done with a writer on an audit branch. */
  interface Writing {
    void to(DataFrameWriterV2<Row> writer) throws NoSuchTableException;
  }

  boolean touched(String name) {
    return touched.containsKey(name);
  }

  /** The audit snapshot of a touched table. */
  @Nullable Long snapshot(String name) {
    return StoreCatalog.reference(catalog.table(name), StoreCatalog.AUDIT);
  }

  /**
   * The audit snapshot of a touched table, which main must be able to follow.
   *
   * @throws hallmetrics.fault.HallException {@code store-moved} when it is gone or main went on
   */
  Long decidable(String name) {
    Table table = catalog.table(name);
    Long audit = StoreCatalog.reference(table, StoreCatalog.AUDIT);
    Long main = StoreCatalog.reference(table, SnapshotRef.MAIN_BRANCH);
    if (audit == null || main == null || !SnapshotUtil.isAncestorOf(table, audit, main)) {
      throw Runs.moved(null);
    }
    return audit;
  }

  /** Lets main follow the decided snapshots and drops every other branch. */
  void settle(Map<String, Long> decided) {
    for (String name : new TreeSet<>(touched.keySet())) {
      Recovery.settle(catalog, name, decided.get(name));
    }
  }

  /** Writes a dataset by name of the branch: a writer's option would silently write main. */
  void write(String name, Dataset<Row> rows, Writing writing) {
    StoreFaults.guard(
        catalog.location(),
        () -> {
          touch(name);
          String branch = StoreLocation.CATALOG + "." + name + ".branch_" + StoreCatalog.AUDIT;
          try {
            writing.to(rows.writeTo(branch).option("snapshot-property.hallmetrics.run", run));
          } catch (NoSuchTableException e) {
            throw new IllegalStateException(branch, e);
          }
          return name;
        });
    Failpoint.hit("commit");
  }

  /**
   * Replaces some partitions by counts, each task writing its own; one commit.
   *
   * @param replaced whole partitions
   * @param allowed the only partitions rows may lie in: one outside would be counted twice
   */
  void replace(
      String name, Expression replaced, JavaRDD<CountBlock> counts, Set<List<String>> allowed) {
    StoreFaults.guard(
        catalog.location(),
        () -> {
          touch(name);
          Table table = catalog.table(name);
          List<DataFile> files = written(counts, new CountWriting(table, run, allowed));
          Set<StructLike> months = StructLikeSet.create(table.spec().partitionType());
          for (DataFile file : files) {
            if (!months.add(file.partition())) {
              throw new IllegalStateException(
                  name
                      + ": two tasks counted "
                      + file.partition()
                      + ", their counts would be added");
            }
          }
          OverwriteFiles change =
              table.newOverwrite().overwriteByRowFilter(replaced).toBranch(StoreCatalog.AUDIT);
          files.forEach(change::addFile);
          change.set("hallmetrics.run", run).commit();
          return name;
        });
    Failpoint.hit("commit");
  }

  /** Appends rows, each task writing a file for each partition it meets; one commit. */
  void append(String name, StructType shape, JavaRDD<InternalRow> rows) {
    StoreFaults.guard(
        catalog.location(),
        () -> {
          touch(name);
          Table table = catalog.table(name);
          AppendFiles change = table.newAppend().toBranch(StoreCatalog.AUDIT);
          written(rows, new LedgerWriting(table, shape, run)).forEach(change::appendFile);
          change.set("hallmetrics.run", run).commit();
          return name;
        });
    Failpoint.hit("commit");
  }

  private <T> List<DataFile> written(
      JavaRDD<T> rows, FlatMapFunction<Iterator<T>, DataFile> writing) {
    return SessionTasks.run(spark, () -> rows.mapPartitions(writing).collect());
  }

  /** Appends control rows without a Spark action. */
  <T> void append(String name, List<T> rows, BiFunction<Schema, T, Record> encode) {
    if (rows.isEmpty()) {
      return;
    }
    StoreFaults.guard(
        catalog.location(),
        () -> {
          touch(name);
          Table table = catalog.table(name);
          List<Record> records = new ArrayList<>();
          rows.forEach(row -> records.add(encode.apply(table.schema(), row)));
          long head = Objects.requireNonNull(StoreCatalog.reference(table, StoreCatalog.AUDIT));
          ControlRows.append(table, StoreCatalog.AUDIT, head, records, run);
          return name;
        });
  }

  private void touch(String name) {
    touched.computeIfAbsent(
        name,
        absent -> {
          catalog.table(name).manageSnapshots().createBranch(StoreCatalog.AUDIT).commit();
          Failpoint.hit("commit");
          return true;
        });
  }
}
