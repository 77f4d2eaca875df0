import org.apache.spark.sql.SparkSession;

/** Starts a Spark session as small as it can be, and stops it. */
public final class EmptySession {
  private EmptySession() {}

  /** Nothing is done in the session. */
  public static void main(String[] arguments) {
    SparkSession.builder()
        .appName("empty")
        .master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
        .stop();
  }
}
