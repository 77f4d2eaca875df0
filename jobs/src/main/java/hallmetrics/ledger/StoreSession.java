package hallmetrics.ledger;

import java.util.Map;
import java.util.TreeMap;

/** The Spark settings by which a session reaches a store. */
public final class StoreSession {
  private StoreSession() {}

  /** Settings of the catalog {@code h}; loads the catalog's JDBC driver. */
  public static Map<String, String> settings(StoreLocation location) {
    location.loadDriver();
    String prefix = "spark.sql.catalog." + StoreLocation.CATALOG;
    Map<String, String> settings = new TreeMap<>();
    settings.put(
        "spark.sql.extensions",
        "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    settings.put(prefix, "org.apache.iceberg.spark.SparkCatalog");
    location.properties().forEach((key, value) -> settings.put(prefix + "." + key, value));
    return settings;
  }
}
