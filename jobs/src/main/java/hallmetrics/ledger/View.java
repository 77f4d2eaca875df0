package hallmetrics.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import hallmetrics.fault.HallException;
import hallmetrics.schema.TableSchema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees: every table pinned to the snapshot of one run, one edition or one undecided
 * night. Two reads through one view never mix nights. Datasets have the columns of the catalogue,
 * null where a row was written before the column was.
 */
public final class View {
  /** More bytes than any data file has. */
  private static final String WHOLE = Long.toString(1L << 40);

  /** Which snapshot of a table (by full name) is seen; null for none. */
  interface Pins {
    @Nullable Long snapshot(String name);
  }

  private final SparkSession spark;
  private final StoreReader reader;
  private final Map<String, TableSchema> schemas;
  private final Pins pins;
  private volatile @Nullable Withdrawn withdrawn;
  private volatile @Nullable FirstMonths firstMonths;

  View(SparkSession spark, StoreReader reader, Map<String, TableSchema> schemas, Pins pins) {
    this.spark = spark;
    this.reader = reader;
    this.schemas = schemas;
    this.pins = pins;
  }

  /** Every version of every record of a ledger table, tombstones and deletions too. */
  public Dataset<Row> rows(String table) {
    return rows(table, Map.of());
  }

  private Dataset<Row> rows(String table, Map<String, String> options) {
    TableSchema schema = schemas.get(table);
    if (schema == null) {
      throw new IllegalArgumentException("no table '" + table + "' in the catalogue");
    }
    return pinned(Schemas.ledgerName(table), LedgerSchema.of(schema), options);
  }

  /** The rows that count: the latest version of each key of each month, deletions dropped. */
  public Dataset<Row> latest(String table) {
    return LatestVersions.of(rows(table), withdrawn());
  }

  /**
   * All versions of some origin months (yyyy-MM) that come from deliveries that count, for whoever
   * picks the newest of each key by {@link LatestVersions#order}.
   */
  public Dataset<Row> versions(String table, Collection<String> origins) {
    return LatestVersions.counting(
        rows(table).where(col(LedgerColumns.ORIGIN).isin(origins.toArray())), withdrawn());
  }

  /**
   * The same with each data file whole in one task: where a month is one file, all of it. A month
   * of several files would be in several tasks; {@link Night#replaceDaily} refuses its counts then.
   */
  public Dataset<Row> wholeFiles(String table, Collection<String> origins) {
    Map<String, String> whole =
        Map.of("split-size", WHOLE, "file-open-cost", WHOLE, "lookback", "1");
    return LatestVersions.counting(
        rows(table, whole).where(col(LedgerColumns.ORIGIN).isin(origins.toArray())), withdrawn());
  }

  /** The rows that count of some origin months (yyyy-MM). */
  public Dataset<Row> latest(String table, Collection<String> origins) {
    return LatestVersions.of(
        rows(table).where(col(LedgerColumns.ORIGIN).isin(origins.toArray())), withdrawn());
  }

  /**
   * The rows that count of those keys of which some version is a candidate: the same rows as {@link
   * #latest(String, Collection)} gives for these keys, without sorting out all the others.
   *
   * @param candidates narrows the versions; which version counts is found afterwards
   */
  public Dataset<Row> latest(
      String table, Collection<String> origins, UnaryOperator<Dataset<Row>> candidates) {
    Dataset<Row> rows = rows(table).where(col(LedgerColumns.ORIGIN).isin(origins.toArray()));
    Dataset<Row> keys =
        candidates.apply(rows).select(col(LedgerColumns.RECORD_KEY).as("candidate")).distinct();
    return LatestVersions.of(
        rows.join(keys, col(LedgerColumns.RECORD_KEY).equalTo(col("candidate")), "left_semi"),
        withdrawn());
  }

  /** Counts by day of all tables. */
  public Dataset<Row> daily() {
    return control(Schemas.DAILY);
  }

  /**
   * The first ledger month (yyyy-MM) with counts by table, from metadata: no rows are read. Looked
   * up once a snapshot.
   */
  public Map<String, String> firstMonths() {
    Long snapshot = pins.snapshot(Schemas.DAILY);
    FirstMonths known = firstMonths;
    if (known == null || !Objects.equals(known.snapshot(), snapshot)) {
      known = new FirstMonths(snapshot, reader.firstMonths(snapshot));
      firstMonths = known;
    }
    return known.byTable();
  }

  private record FirstMonths(@Nullable Long snapshot, Map<String, String> byTable) {}

  /** Fates of the records of all runs. */
  public Dataset<Row> fates() {
    return control(Schemas.FATES);
  }

  /** All rows of {@code night.deliveries}. */
  public Dataset<Row> deliveries() {
    return control(Schemas.DELIVERIES);
  }

  /** Rejected records of all runs, masked. */
  public Dataset<Row> quarantine() {
    return control(Schemas.QUARANTINE);
  }

  /** All rows of {@code night.deliveries} as records, without a Spark action; oldest run first. */
  public List<DeliveryRecord> deliveryRecords() {
    return reader.deliveries(pins.snapshot(Schemas.DELIVERIES));
  }

  /** All rows of {@code night.fates} as records, without a Spark action; oldest run first. */
  public List<FateRecord> fateRecords() {
    return reader.fates(pins.snapshot(Schemas.FATES));
  }

  /** The snapshot of each table that is seen, by full name; tables without one are absent. */
  public Map<String, Long> snapshots() {
    Map<String, Long> seen = new TreeMap<>();
    Stream.concat(
            Schemas.control().keySet().stream(), schemas.keySet().stream().map(Schemas::ledgerName))
        .forEach(
            name -> {
              Long snapshot = pins.snapshot(name);
              if (snapshot != null) {
                seen.put(name, snapshot);
              }
            });
    return seen;
  }

  /** SHA-256 of the deliveries that were withdrawn; read once a snapshot, every query asks. */
  Set<String> withdrawn() {
    Long snapshot = pins.snapshot(Schemas.DELIVERIES);
    Withdrawn known = withdrawn;
    if (known == null || !Objects.equals(known.snapshot(), snapshot)) {
      known = new Withdrawn(snapshot, withdrawn(reader.deliveries(snapshot)));
      withdrawn = known;
    }
    return known.deliveries();
  }

  private record Withdrawn(@Nullable Long snapshot, Set<String> deliveries) {}

  private static Set<String> withdrawn(List<DeliveryRecord> deliveries) {
    Set<String> withdrawn = new TreeSet<>();
    for (DeliveryRecord delivery : deliveries) {
      if (delivery.state() == DeliveryState.WITHDRAWN) {
        withdrawn.add(delivery.sha256());
      } else if (delivery.state() == DeliveryState.READ) {
        withdrawn.remove(delivery.sha256());
      }
    }
    return withdrawn;
  }

  private Dataset<Row> control(String name) {
    return pinned(name, LedgerSchema.control(name), Map.of());
  }

  /**
   * A table at its snapshot, with exactly the wanted columns.
   *
   * @throws HallException {@code store-damaged} when the table's metadata cannot be read
   */
  private Dataset<Row> pinned(String name, StructType wanted, Map<String, String> options) {
    Long snapshot = pins.snapshot(name);
    if (snapshot == null) {
      return spark.createDataFrame(List.of(), wanted);
    }
    return StoreFaults.guard(
        reader.location(), () -> aligned(read(name, snapshot, options), wanted));
  }

  private Dataset<Row> read(String name, Long snapshot, Map<String, String> options) {
    try {
      return spark
          .read()
          .options(options)
          .option("versionAsOf", snapshot)
          .table(StoreLocation.CATALOG + "." + name);
    } catch (Exception e) {
      // Spark's checked AnalysisException: a decided run names the table, so its catalog lost it
      if (String.valueOf(e.getMessage()).contains("TABLE_OR_VIEW_NOT_FOUND")) {
        throw StoreFaults.damaged(reader.location(), "no table " + name + " in the catalog", e);
      }
      throw e;
    }
  }

  /** The wanted columns in order; null where the rows have none of that name. */
  static Dataset<Row> aligned(Dataset<Row> rows, StructType wanted) {
    Set<String> held = Set.of(rows.columns());
    Column[] columns =
        Stream.of(wanted.fields()).map(field -> column(field, held)).toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Column column(StructField field, Set<String> held) {
    return held.contains(field.name())
        ? col(LatestVersions.quoted(field.name()))
        : lit(null).cast(field.dataType()).as(field.name());
  }
}
