package hallmetrics.ledger;

import hallmetrics.run.Sessions;
import java.nio.file.Path;
import java.util.Map;

/** One night of {@link Nights} in a process of its own: store folder, number of tables. */
final class NightProcess {
  private NightProcess() {}

  public static void main(String[] arguments) {
    StoreLocation location = StoreLocation.local(Path.of(arguments[0]));
    int tables = Integer.parseInt(arguments[1]);
    Map<String, String> settings =
        Map.of(
            "spark.master", "local[2]",
            "spark.sql.shuffle.partitions", "1",
            "spark.default.parallelism", "1");
    Nights.next(location, Sessions.start(location, settings), tables);
  }
}
