package hallmetrics.ledger;

import hallmetrics.fault.HallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the control tables without a Spark session: for a night with nothing new and for {@code
 * doctor}. What it reads is decided; it needs no lock.
 */
public final class StoreReader implements AutoCloseable {
  private final StoreCatalog catalog;
  private final Runs runs;

  StoreReader(StoreCatalog catalog) {
    this.catalog = catalog;
    this.runs = new Runs(catalog);
  }

  /** Whether a store is at this place. */
  public static boolean exists(StoreLocation location) {
    return StoreFormat.exists(location);
  }

  /**
   * Opens a store for reading.
   *
   * @throws HallException {@code store-absent} or {@code store-format}, exit 2; {@code
   *     store-damaged}, exit 3
   */
  public static StoreReader open(StoreLocation location) {
    StoreFormat.check(location);
    return new StoreReader(StoreCatalog.open(location));
  }

  /** The newest decided run, which every reader follows; empty before the first night. */
  public Optional<RunRecord> newestDecided() {
    return runs.newestDecided();
  }

  /** All runs, refused ones too, by number. */
  public List<RunRecord> runs() {
    return runs.all();
  }

  /** All rows of {@code night.deliveries} of the newest decided run, oldest run first. */
  public List<DeliveryRecord> deliveries() {
    return deliveries(pinned(Schemas.DELIVERIES));
  }

  /**
   * All rows of {@code night.deliveries} as the newest decided of some runs has them, oldest run
   * first: whoever read the runs asks no second time which one is newest.
   */
  public List<DeliveryRecord> deliveries(List<RunRecord> runs) {
    return runs.stream()
        .filter(run -> run.state() == RunState.DECIDED)
        .max(Comparator.comparingLong(RunRecord::seq))
        .map(run -> deliveries(run.tables().get(Schemas.DELIVERIES)))
        .orElse(List.of());
  }

  /** All rows of {@code night.fates} of the newest decided run, oldest run first. */
  public List<FateRecord> fates() {
    return fates(pinned(Schemas.FATES));
  }

  List<FateRecord> fates(@Nullable Long snapshot) {
    if (snapshot == null) {
      return List.of();
    }
    Table table = catalog.table(Schemas.FATES);
    return StoreFaults.guard(
        catalog.location(),
        () ->
            ControlRows.read(table, snapshot).stream()
                .map(Codec::fate)
                .sorted(Comparator.comparing(FateRecord::run).thenComparing(FateRecord::delivery))
                .toList());
  }

  /**
   * Full names of the tables in which an interrupted night left an undecided branch; the next run
   * settles them by itself.
   */
  public List<String> undecided() {
    Map<String, Long> decided = newestDecided().map(RunRecord::tables).orElse(Map.of());
    return catalog.names().stream()
        .filter(
            name -> {
              Long audit = StoreCatalog.reference(catalog.table(name), StoreCatalog.AUDIT);
              return audit != null && !audit.equals(decided.get(name));
            })
        .toList();
  }

  /**
   * Reads every file the newest decided run and the editions' tags can ask for, and says which are
   * damaged or missing, a sentence each (Chinese). Takes as long as reading the whole store.
   */
  public List<String> damagedFiles() {
    return StoreFiles.damaged(catalog, newestDecided().map(RunRecord::tables).orElse(Map.of()));
  }

  StoreLocation location() {
    return catalog.location();
  }

  private @Nullable Long pinned(String name) {
    return newestDecided().map(run -> run.tables().get(name)).orElse(null);
  }

  List<DeliveryRecord> deliveries(@Nullable Long snapshot) {
    if (snapshot == null) {
      return List.of();
    }
    Table table = catalog.table(Schemas.DELIVERIES);
    return StoreFaults.guard(
        catalog.location(),
        () ->
            ControlRows.read(table, snapshot).stream()
                .map(Codec::delivery)
                .sorted(
                    Comparator.comparing(DeliveryRecord::run)
                        .thenComparing(DeliveryRecord::name)
                        .thenComparing(DeliveryRecord::sha256))
                .toList());
  }

  /** The first ledger month (yyyy-MM) with counts by table, as the newest decided run has it. */
  public Map<String, String> firstMonths() {
    return firstMonths(pinned(Schemas.DAILY));
  }

  /** The first origin month of {@code night.daily} by table, from the partitions of its files. */
  Map<String, String> firstMonths(@Nullable Long snapshot) {
    Map<String, String> first = new TreeMap<>();
    if (snapshot == null) {
      return first;
    }
    Table table = catalog.table(Schemas.DAILY);
    return StoreFaults.guard(
        catalog.location(),
        () -> {
          for (FileScanTask file : files(table, snapshot)) {
            StructLike partition = file.file().partition();
            first.merge(
                partition.get(0, String.class),
                partition.get(1, String.class),
                (one, other) -> one.compareTo(other) < 0 ? one : other);
          }
          return first;
        });
  }

  /** The origin months a ledger table (by full name) holds rows of, from its files' partitions. */
  Set<String> origins(String name, @Nullable Long snapshot) {
    Set<String> origins = new TreeSet<>();
    if (snapshot == null) {
      return origins;
    }
    Table table = catalog.table(name);
    return StoreFaults.guard(
        catalog.location(),
        () -> {
          for (FileScanTask file : files(table, snapshot)) {
            origins.add(file.file().partition().get(0, String.class));
          }
          return origins;
        });
  }

  private static List<FileScanTask> files(Table table, long snapshot) {
    try (CloseableIterable<FileScanTask> files =
        table.newScan().useSnapshot(snapshot).planFiles()) {
      List<FileScanTask> all = new ArrayList<>();
      files.forEach(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(table.name(), e);
    }
  }

  @Override
  public void close() {
    catalog.close();
  }
}
