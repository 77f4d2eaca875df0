package hallmetrics.ledger;

import hallmetrics.fault.HallException;
import hallmetrics.schema.TableSchema;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A store opened with a Spark session. Reading needs no lock; a night and tags need one. */
public final class Store implements AutoCloseable {
  private final SparkSession spark;
  private final StoreCatalog catalog;
  private final Map<String, TableSchema> schemas;
  private final StoreReader reader;

  private Store(SparkSession spark, StoreCatalog catalog, Map<String, TableSchema> schemas) {
    this.spark = spark;
    this.catalog = catalog;
    this.schemas = schemas;
    this.reader = new StoreReader(catalog);
  }

  SparkSession spark() {
    return spark;
  }

  /**
   * Opens a store that is there.
   *
   * @param spark a session of {@link hallmetrics.run.Sessions} for the same location
   * @param tables the canonical tables of the catalogue in force
   * @throws HallException {@code store-absent} or {@code store-format}, exit 2
   */
  public static Store open(
      SparkSession spark, StoreLocation location, Collection<TableSchema> tables) {
    StoreFormat.check(location);
    Map<String, TableSchema> schemas = new TreeMap<>();
    tables.forEach(table -> schemas.put(table.name(), table));
    return new Store(spark, StoreCatalog.open(location), schemas);
  }

  /** Opens the store the lock is of; makes it where there is none. */
  public static Store openOrCreate(
      RunLock lock, SparkSession spark, Collection<TableSchema> tables) {
    StoreLocation location = lock.location();
    if (!StoreFormat.exists(location)) {
      StoreFormat.create(location);
    }
    return open(spark, location, tables);
  }

  /**
   * Begins a night: settles what an earlier run left behind, makes missing tables and columns, and
   * takes the next number. Close the night in any case; undecided, it is then dropped.
   */
  public Night begin(RunLock lock) {
    requireOwn(lock);
    Optional<RunRecord> decided =
        StoreFaults.guard(
            catalog.location(),
            () -> {
              catalog.ensureNamespaces();
              Optional<RunRecord> newest = Recovery.run(catalog);
              new Tables(catalog).ensure(schemas.values());
              return newest;
            });
    long seq = new Runs(catalog).newest().map(RunRecord::seq).orElse(0L) + 1;
    return new Night(this, decided, seq);
  }

  /** What the newest decided run sees; empty tables before the first night. */
  public View view() {
    Map<String, Long> tables = reader.newestDecided().map(RunRecord::tables).orElse(Map.of());
    return view(tables::get);
  }

  /** What a run of the past saw. Its snapshots may have expired unless an edition tags them. */
  public View view(RunRecord run) {
    return view(run.tables()::get);
  }

  /**
   * The runs up to a decided one and those refused since, as a table with the columns of {@code
   * night.runs}.
   */
  public Dataset<Row> runsUntil(RunRecord decided) {
    List<RunRecord> runs =
        reader.runs().stream()
            .filter(run -> run.seq() <= decided.seq() || run.state() == RunState.REFUSED)
            .toList();
    return RunRows.of(spark, runs);
  }

  /**
   * What an edition read: every table at the tag. A table without it is empty in the view; {@link
   * View#snapshots} says which have it.
   */
  public View edition(String tag) {
    return view(Tags.of(catalog, tag)::get);
  }

  /**
   * Full names of the tables that figures need and a view has no snapshot of.
   *
   * @param tables names of the ledger tables that had rows
   */
  public static List<String> lacking(View view, Collection<String> tables) {
    Set<String> seen = view.snapshots().keySet();
    return Stream.concat(
            Stream.of(Schemas.DAILY, Schemas.DELIVERIES, Schemas.FATES),
            tables.stream().map(Schemas::ledgerName))
        .filter(name -> !seen.contains(name))
        .sorted()
        .toList();
  }

  /**
   * Tags what a view sees for an edition that is about to appear, such as {@code
   * edition-2026-10-1}, so that it can be rebuilt. May be repeated after a kill; never for an
   * edition that stands.
   *
   * @param keep how long the tag protects its snapshots from expiry
   */
  public void tag(RunLock lock, String tag, View view, Duration keep) {
    requireOwn(lock);
    Tags.put(catalog, tag, view.snapshots(), keep);
  }

  /** Joining of files and expiry; settles first what an earlier run left behind. */
  public Upkeep upkeep(RunLock lock) {
    requireOwn(lock);
    return new Upkeep(catalog);
  }

  private void requireOwn(RunLock lock) {
    if (!lock.location().equals(catalog.location())) {
      throw new IllegalArgumentException("the lock is of another store");
    }
  }

  View view(View.Pins pins) {
    return new View(spark, reader, schemas, pins);
  }

  /** The same store without Spark. */
  public StoreReader reader() {
    return reader;
  }

  StoreCatalog catalog() {
    return catalog;
  }

  Map<String, TableSchema> schemas() {
    return schemas;
  }

  @Override
  public void close() {
    catalog.close();
  }
}
