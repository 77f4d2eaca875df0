package hallmetrics.testing;

import hallmetrics.ledger.StoreLocation;
import hallmetrics.ledger.StoreSession;
import hallmetrics.run.Sessions;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * One Spark context for all tests of a JVM, local[2]. Each store needs a session of its own, since
 * a session's catalog {@code h} is one store.
 */
public final class TestSession {
  private static @Nullable SparkSession base;

  private TestSession() {}

  /** A session without a store, for tests that touch none. */
  public static synchronized SparkSession get() {
    SparkSession running = base;
    if (running == null) {
      Path none = Path.of(System.getProperty("java.io.tmpdir"), "hallmetrics-no-store");
      running =
          Sessions.start(
              StoreLocation.local(none),
              Map.of("spark.master", "local[2]", "spark.sql.shuffle.partitions", "2"));
      base = running;
    }
    return running;
  }

  /** A session over the same context whose catalog {@code h} is the given store. */
  public static SparkSession on(StoreLocation store) {
    SparkSession session = get().newSession();
    StoreSession.settings(store).forEach((key, value) -> setIfOwn(session, key, value));
    return session;
  }

  private static void setIfOwn(SparkSession session, String key, String value) {
    if (!key.equals("spark.sql.extensions")) {
      session.conf().set(key, value);
    }
  }
}
