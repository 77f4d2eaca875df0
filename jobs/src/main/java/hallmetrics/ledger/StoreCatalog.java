package hallmetrics.ledger;

import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.SnapshotRef;
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

  boolean exists(String name) {
    return StoreFaults.guard(location, () -> catalog.tableExists(identifier(name)));
  }

  /** Full names of all tables, sorted. */
  List<String> names() {
    return NAMESPACES.stream()
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
