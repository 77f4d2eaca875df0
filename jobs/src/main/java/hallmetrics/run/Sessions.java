package hallmetrics.run;

import static java.util.Map.entry;

import hallmetrics.fault.HallException;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.ledger.StoreSession;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** The one place that starts Spark sessions. */
public final class Sessions {
  private Sessions() {}

  /**
   * Starts (or returns the running) session with the store's catalog {@code h}.
   *
   * <p>Where a session of another store runs already in this process, the answer is a session of
   * its own over the same context: a session's catalog is one store for ever.
   *
   * <p>Local on all cores unless {@code spark.master} is given (by {@code spark-submit} or {@code
   * extra}); then bound to 127.0.0.1 with few shuffle partitions. No port of a UI, no Hive. Rows
   * carry {@link java.time.Instant} and {@link java.time.LocalDate}; the session time zone is
   * Asia/Shanghai.
   *
   * @param extra settings that win over ours
   * @throws HallException {@code store-catalog}, exit 2, for a store that cannot be reached so
   */
  public static SparkSession start(StoreLocation store, Map<String, String> extra) {
    SparkSession session = running(store, extra);
    // a thread that did not make the session would else plan by Spark's defaults, not by ours
    SparkSession.setActiveSession(session);
    return session;
  }

  private static SparkSession running(StoreLocation store, Map<String, String> extra) {
    Option<SparkSession> running = SparkSession.getDefaultSession();
    if (running.isDefined() && !running.get().sparkContext().isStopped()) {
      return beside(running.get(), store);
    }
    SparkConf given = new SparkConf(true);
    Map<String, String> settings = new TreeMap<>(common());
    settings.putAll(StoreSession.settings(store));
    String master = extra.getOrDefault("spark.master", given.get("spark.master", "local[*]"));
    if (master.startsWith("local")) {
      settings.putAll(local(master));
    }
    for (scala.Tuple2<String, String> setting : given.getAll()) {
      settings.put(setting._1(), setting._2());
    }
    settings.putAll(extra);
    SparkSession.Builder builder = SparkSession.builder();
    settings.forEach(builder::config);
    return builder.getOrCreate();
  }

  private static SparkSession beside(SparkSession running, StoreLocation store) {
    Map<String, String> wanted = new TreeMap<>(StoreSession.settings(store));
    wanted.remove("spark.sql.extensions");
    if (wanted.entrySet().stream()
        .allMatch(one -> one.getValue().equals(running.conf().get(one.getKey(), "")))) {
      return running;
    }
    SparkSession own = running.newSession();
    wanted.forEach((key, value) -> own.conf().set(key, value));
    return own;
  }

  private static Map<String, String> common() {
    return Map.ofEntries(
        entry("spark.app.name", "hallmetrics"),
        entry("spark.ui.enabled", "false"),
        entry("spark.ui.showConsoleProgress", "false"),
        entry("spark.sql.session.timeZone", "Asia/Shanghai"),
        entry("spark.sql.datetime.java8API.enabled", "true"),
        entry("spark.sql.catalogImplementation", "in-memory"),
        entry("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir")),
        entry("spark.executorEnv.LC_ALL", "C.UTF-8"),
        // nearly every key has one version: a limit a group before the shuffle only sorts twice
        entry("spark.sql.optimizer.windowGroupLimitThreshold", "-1"),
        entry("spark.hadoop.parquet.page.verify-checksum.enabled", "true"),
        // a query may not ask for the environment: a key may stand there
        entry("spark.sql.variable.substitute", "false"));
  }

  private static Map<String, String> local(String master) {
    int partitions = 2 * Runtime.getRuntime().availableProcessors();
    return Map.of(
        "spark.master",
        master,
        // every stage of a long plan would be planned anew; one machine has no better plan to find
        "spark.sql.adaptive.enabled",
        "false",
        "spark.driver.host",
        "127.0.0.1",
        "spark.driver.bindAddress",
        "127.0.0.1",
        "spark.sql.shuffle.partitions",
        Integer.toString(partitions),
        "spark.default.parallelism",
        Integer.toString(partitions));
  }
}
