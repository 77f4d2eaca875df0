package hallmetrics.ledger;

import hallmetrics.fault.HallException;
import hallmetrics.schema.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One night: everything is written to an audit branch of each table it touches, gates read there,
 * and {@link #decide} makes all of it count by one commit. Until then no reader sees anything of
 * it; a kill leaves nothing that counts. Different tables may be written by several threads, one
 * table by one.
 */
public final class Night implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Night.class);
  private static final long DELIVERIES_PER_RUN = 1_000_000;

  private final Store store;
  private final @Nullable RunRecord base;
  private final long seq;
  private final AuditBranches branches;
  private boolean open = true;

  Night(Store store, Optional<RunRecord> base, long seq) {
    this.store = store;
    this.base = base.orElse(null);
    this.seq = seq;
    this.branches = new AuditBranches(store.spark(), store.catalog(), RunRecord.id(seq));
  }

  /** The id of this run: what the column {@code run} of its rows says. */
  public String run() {
    return RunRecord.id(seq);
  }

  /** The decided run this night stands on; empty for the first. */
  public Optional<RunRecord> base() {
    return Optional.ofNullable(base);
  }

  /**
   * The {@code delivery_seq} of this night's deliveries.
   *
   * @param index place of the delivery among the night's files by name, from 0
   */
  public long deliverySeq(int index) {
    if (index < 0 || index >= DELIVERIES_PER_RUN) {
      throw new IllegalArgumentException("delivery index " + index);
    }
    return seq * DELIVERIES_PER_RUN + index;
  }

  /**
   * Appends versions to a ledger table: one file a month, sorted by event date and key.
   *
   * @param rows columns of {@link LedgerSchema#of}; an absent one is null
   */
  public void append(String table, Dataset<Row> rows) {
    Dataset<Row> exact = exact(rows, shape(table));
    append(table, SessionTasks.rdd(exact.repartition(functions.col(LedgerColumns.ORIGIN))));
  }

  /**
   * The same of rows in Spark's own form that are placed already.
   *
   * @param rows exactly the columns of {@link LedgerSchema#of}; all of a month in one partition
   */
  public void append(String table, JavaRDD<InternalRow> rows) {
    StructType shape = shape(table);
    requireOpen();
    branches.append(Schemas.ledgerName(table), shape, InFileOrder.of(rows, shape));
  }

  private StructType shape(String table) {
    TableSchema schema = store.schemas().get(table);
    if (schema == null) {
      throw new IllegalArgumentException("no table '" + table + "' in the catalogue");
    }
    return LedgerSchema.of(schema);
  }

  /**
   * Replaces the counts of whole ledger months; a month without a count becomes empty. Each task
   * writes a file a month it holds, its blocks in the order they come.
   *
   * @param months origin months (yyyy-MM) by table; every count belongs to one of them
   */
  public void replaceDaily(Map<String, ? extends Set<String>> months, JavaRDD<CountBlock> counts) {
    if (months.isEmpty()) {
      return;
    }
    Set<List<String>> allowed = new HashSet<>();
    Expression replaced = Expressions.alwaysFalse();
    for (Map.Entry<String, ? extends Set<String>> entry : new TreeMap<>(months).entrySet()) {
      entry.getValue().forEach(origin -> allowed.add(List.of(entry.getKey(), origin)));
      replaced =
          Expressions.or(
              replaced,
              Expressions.and(
                  Expressions.equal("table", entry.getKey()),
                  Expressions.in("origin", entry.getValue().toArray())));
    }
    requireOpen();
    branches.replace(Schemas.DAILY, replaced, counts, allowed);
  }

  /**
   * Those of some ledger months of which nothing was held before this night.
   *
   * @param months origin months (yyyy-MM) by table
   */
  public Map<String, Set<String>> fresh(Map<String, ? extends Set<String>> months) {
    Map<String, Set<String>> fresh = new TreeMap<>();
    months.forEach(
        (table, origins) -> {
          String name = Schemas.ledgerName(table);
          Set<String> unheld = new TreeSet<>(origins);
          unheld.removeAll(
              store.reader().origins(name, base == null ? null : base.tables().get(name)));
          fresh.put(table, unheld);
        });
    return fresh;
  }

  /** Records what became of deliveries as a whole; {@link DeliveryRecord#run} is {@link #run}. */
  public void appendDeliveries(List<DeliveryRecord> deliveries) {
    requireOpen();
    branches.append(Schemas.DELIVERIES, deliveries, Codec::encode);
  }

  /** Records how many records of each delivery met each fate. */
  public void appendFates(List<FateRecord> fates) {
    requireOpen();
    branches.append(Schemas.FATES, fates, Codec::encode);
  }

  /** Records rejected records, masked; columns of {@link LedgerSchema#quarantine()}. */
  public void appendQuarantine(Dataset<Row> rows) {
    requireOpen();
    branches.write(
        Schemas.QUARANTINE,
        exact(rows, LedgerSchema.quarantine()).coalesce(1),
        DataFrameWriterV2::append);
  }

  /** What a reader would see if the night were decided now. */
  public View audit() {
    return store.view(this::seen);
  }

  /** What readers see while the night is undecided. */
  public View before() {
    Map<String, Long> tables = base == null ? Map.of() : base.tables();
    return store.view(tables::get);
  }

  /**
   * Makes the night count, then lets main follow. Once this returns (or the process dies after the
   * commit) every reader sees all of it; a main that could not follow is only a warning, since
   * readers do not look at it.
   *
   * @throws HallException {@code store-moved}, exit 4, when another run changed the store meanwhile
   */
  public RunRecord decide(RunFacts facts) {
    requireOpen();
    Map<String, Long> tables = new TreeMap<>();
    for (String name : store.catalog().names()) {
      if (!name.equals(Schemas.RUNS)) {
        tables.put(name, branches.touched(name) ? branches.decidable(name) : standing(name));
      }
    }
    RunRecord run = RunRecord.of(seq, facts, RunState.DECIDED, null, tables);
    new Runs(store.catalog()).append(run);
    open = false;
    follow(tables);
    return run;
  }

  /** The night counts already: what fails here, the next run's recovery does. */
  private void follow(Map<String, Long> tables) {
    try {
      branches.settle(tables);
    } catch (RuntimeException e) {
      LOG.warn("{} 已生效；表的主线未全部跟进，下次运行时补齐", run(), e);
    }
  }

  /** Drops the night and records which gate refused it. */
  public RunRecord refuse(RunFacts facts, String gate) {
    requireOpen();
    abandon();
    Map<String, Long> tables = base == null ? Map.of() : base.tables();
    RunRecord run = RunRecord.of(seq, facts, RunState.REFUSED, gate, tables);
    new Runs(store.catalog()).append(run);
    return run;
  }

  /** Drops the night without a trace (a dry run). */
  public void abandon() {
    requireOpen();
    open = false;
    branches.settle(Map.of());
  }

  /** Drops the night if it is undecided. */
  @Override
  public void close() {
    if (open) {
      abandon();
    }
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("night " + run() + " has ended");
    }
  }

  /** The snapshot of an untouched table: that of the base, or main of a table made since. */
  private Long standing(String name) {
    Long decided = base == null ? null : base.tables().get(name);
    if (decided != null) {
      return decided;
    }
    Table table = store.catalog().table(name);
    return Objects.requireNonNull(StoreCatalog.reference(table, SnapshotRef.MAIN_BRANCH), name);
  }

  private @Nullable Long seen(String name) {
    if (branches.touched(name)) {
      return branches.snapshot(name);
    }
    return base == null ? null : base.tables().get(name);
  }

  private static Dataset<Row> exact(Dataset<Row> rows, StructType wanted) {
    Set<String> known = Set.of(wanted.fieldNames());
    for (String column : rows.columns()) {
      if (!known.contains(column)) {
        throw new IllegalArgumentException("column '" + column + "' is not in " + known);
      }
    }
    return View.aligned(rows, wanted);
  }
}
