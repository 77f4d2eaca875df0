package hallmetrics.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A smallest job: one Iceberg table in a SQLite catalog, written and read back. It asks for no
 * master where one is given, as hall itself does.
 */
public final class SparkProbe {
  private SparkProbe() {}

  /** Arguments: the folder of the store. Logs one record, prints what it found. */
  public static void main(String[] arguments) throws Exception {
    Path store = Files.createDirectories(Path.of(arguments[0]));
    Class.forName("org.sqlite.JDBC");
    SparkSession.Builder builder = SparkSession.builder().appName("probe");
    if (System.getProperty("spark.master") == null) {
      builder.master("local[1]");
    }
    try (SparkSession spark = configured(builder, store).getOrCreate()) {
      spark.sql("create table h.ledger.probe (id bigint) using iceberg");
      spark.sql("insert into h.ledger.probe select id from range(1, 101)");
      long sum = spark.sql("select sum(id) from h.ledger.probe").first().getLong(0);
      MDC.put("run", "probe-1");
      Logger logger = LoggerFactory.getLogger(SparkProbe.class);
      logger.info("满意度 sum {}\nsecond line", sum);
      System.out.printf(
          Locale.ROOT,
          "probe sum=%d logger=%s%n",
          sum,
          LoggerFactory.getILoggerFactory().getClass().getName());
    }
  }

  private static SparkSession.Builder configured(SparkSession.Builder builder, Path store) {
    return builder
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "1")
        .config(
            "spark.sql.extensions",
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .config("spark.sql.catalog.h", "org.apache.iceberg.spark.SparkCatalog")
        .config("spark.sql.catalog.h.catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog")
        .config("spark.sql.catalog.h.uri", "jdbc:sqlite:" + store.resolve("catalog.db"))
        .config("spark.sql.catalog.h.jdbc.schema-version", "V1")
        .config("spark.sql.catalog.h.warehouse", store.resolve("warehouse").toString());
  }
}
