package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedStoreTest {
  @TempDir Path folder;

  @Test
  void aMovedStoreReadsAppendsCompactsAndExpires() throws Exception {
    StoreLocation first = StoreLocation.local(folder.resolve("first"));
    Nights.next(first, TestSession.on(first), 1);
    Nights.next(first, TestSession.on(first), 1);
    Files.move(folder.resolve("first"), folder.resolve("second"));

    StoreLocation second = StoreLocation.local(folder.resolve("second"));
    SparkSession spark = TestSession.on(second);
    assertThat(count(spark, second)).isEqualTo(Nights.held(2, 0));
    Nights.next(second, spark, 1);
    try (RunLock lock = RunLock.acquire(second, "test", Duration.ZERO);
        Store store = Store.open(spark, second, Nights.tables(1))) {
      store.upkeep(lock).compact(spark, Nights.facts());
      store.upkeep(lock).expire(Instant.now().plusSeconds(1), Duration.ZERO);
    }
    assertThat(count(spark, second)).isEqualTo(Nights.held(3, 0));
    assertThat(spark.table("h.ledger.t0.snapshots").count()).isEqualTo(1);
    assertThat(folder.resolve("first")).doesNotExist();
  }

  @Test
  void nothingInAStoreNamesWhereItLies() throws Exception {
    Path root = folder.resolve("here-it-lies");
    StoreLocation location = StoreLocation.local(root);
    Nights.next(location, TestSession.on(location), 1);
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> naming = files.filter(Files::isRegularFile).filter(this::namesFolder).toList();
      assertThat(naming).isEmpty();
    }
  }

  private boolean namesFolder(Path file) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return bytes.contains("here-it-lies");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long count(SparkSession spark, StoreLocation location) {
    try (Store store = Store.open(spark, location, Nights.tables(1))) {
      return store.view().rows("t0").count();
    }
  }
}
