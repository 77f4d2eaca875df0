package hallmetrics.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.SystemConfigs;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.jspecify.annotations.Nullable;

/** The Iceberg catalog of a store without a Spark session. Tables are always loaded afresh. */
final class StoreCatalog implements AutoCloseable {
  /** The branch an undecided night writes to. */
  static final String AUDIT = "audit";

  static final List<String> NAMESPACES = List.of("ledger", "night");

  private final StoreLocation location;
  private final Catalog catalog;

  private StoreCatalog(StoreLocation location, Catalog catalog) {
    this.location = location;
    this.catalog = catalog;
  }

  /** Connects; creates the catalog's own tables where they are missing. */
  static StoreCatalog open(StoreLocation location) {
    location.loadDriver();
    requireCatalogFile(location);
    if (!location.remote()) {
      // a table's few local manifests are read sooner than a pool is asked for them
      System.setProperty(SystemConfigs.SCAN_THREAD_POOL_ENABLED.propertyKey(), "false");
    }
    // the XML defaults cost a quarter of a second and say nothing about local files
    Configuration conf = new Configuration(location.remote());
    Catalog catalog =
        StoreFaults.guard(
            location,
            () ->
                CatalogUtil.buildIcebergCatalog(
                    StoreLocation.CATALOG, new TreeMap<>(location.properties()), conf));
    return new StoreCatalog(location, catalog);
  }

  /** SQLite would make a lost catalog anew, and the store would look empty. */
  private static void requireCatalogFile(StoreLocation location) {
    if (embedded(location)) {
      Path file = location.folder().resolve("catalog.db");
      if (lies(location, "night") && !Files.exists(file)) {
        throw StoreFaults.damaged(location, file.toString(), null);
      }
    }
  }

  /** Whether files of a table lie here that is made only after the decision record is. */
  private boolean otherTablesLie() {
    return embedded(location)
        && (lies(location, "ledger") || lies(location, Schemas.DELIVERIES.replace('.', '/')));
  }

  private static boolean embedded(StoreLocation location) {
    return location.catalogType().equals("sqlite") && !location.catalog().containsKey("uri");
  }

  private static boolean lies(StoreLocation location, String path) {
    return Files.exists(location.folder().resolve("warehouse").resolve(path));
  }

  StoreLocation location() {
    return location;
  }

  Catalog catalog() {
    return catalog;
  }

  /** The identifier of a full name such as {@code ledger.evaluation}. */
  static TableIdentifier identifier(String name) {
    int dot = name.indexOf('.');
    return TableIdentifier.of(name.substring(0, dot), name.substring(dot + 1));
  }

  /** The table of a full name, as it is now. */
  Table table(String name) {
    return StoreFaults.guard(location, () -> catalog.loadTable(identifier(name)));
  }

  /**
   * Full names of all tables, sorted; none before the first night.
   *
   * @throws hallmetrics.fault.HallException {@code store-damaged} when the catalog lost the
   *     decision record, which is made before every other table
   */
  List<String> names() {
    List<String> names = StoreFaults.guard(location, this::listed);
    if (!names.contains(Schemas.RUNS) && (!names.isEmpty() || otherTablesLie())) {
      throw StoreFaults.damaged(location, location.root() + "/catalog.db", null);
    }
    return names;
  }

  private List<String> listed() {
    SupportsNamespaces spaces = (SupportsNamespaces) catalog;
    return NAMESPACES.stream()
        .filter(space -> spaces.namespaceExists(Namespace.of(space)))
        .flatMap(space -> catalog.listTables(Namespace.of(space)).stream())
        .map(TableIdentifier::toString)
        .sorted()
        .toList();
  }

  /** Makes the namespaces where they are missing. */
  void ensureNamespaces() {
    SupportsNamespaces spaces = (SupportsNamespaces) catalog;
    for (String name : NAMESPACES) {
      if (!spaces.namespaceExists(Namespace.of(name))) {
        spaces.createNamespace(Namespace.of(name));
      }
    }
  }

  /** The snapshot a branch or tag of a table points to, or null. */
  static @Nullable Long reference(Table table, String name) {
    SnapshotRef found = table.refs().get(name);
    return found == null ? null : found.snapshotId();
  }

  @Override
  public void close() {
    if (catalog instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("catalog not closed: " + location.root(), e);
      }
    }
  }
}
