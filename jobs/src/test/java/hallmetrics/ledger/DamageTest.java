package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.testing.TestSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever byte of the store is wrong: the right figures or a fault that names the file. */
class DamageTest {
  @TempDir Path folder;
  private StoreLocation location;
  private SparkSession spark;

  @BeforeEach
  void twoNights() {
    location = StoreLocation.local(folder.resolve("store"));
    spark = TestSession.on(location);
    Nights.next(location, spark, 1);
    Nights.next(location, spark, 1);
  }

  @Test
  void aFlippedByteIsNoticedInSomeFiles() throws Exception {
    assertThat(flipped(11, 8, 1)).isPositive();
  }

  @Test
  @Tag("slow")
  void aFlippedByteIsNoticedInEveryFile() throws Exception {
    assertThat(flipped(12, Integer.MAX_VALUE, 1)).isGreaterThan(10);
  }

  @Test
  void aLostDataFileIsNamed() throws Exception {
    Path lost =
        files().stream()
            .filter(f -> f.toString().contains("ledger/t0/data"))
            .findFirst()
            .orElseThrow();
    Files.delete(lost);
    damaged(lost);
  }

  @Test
  void aLostOrUnreadableCatalogDoesNotLookLikeAnEmptyStore() throws Exception {
    Path catalog = location.folder().resolve("catalog.db");
    byte[] whole = Files.readAllBytes(catalog);
    Files.write(catalog, new byte[5000]);
    damaged(catalog);
    Files.writeString(catalog, "not a database, long enough to be read as one".repeat(100));
    damaged(catalog);
    Files.delete(catalog);
    damaged(catalog);
    Files.write(catalog, new byte[0]);
    damaged(catalog);
    Files.write(catalog, whole);
    // A new reader, as a new run is: a session's pool may still hold a connection to the bad file.
    try (StoreReader reader = StoreReader.open(location)) {
      assertThat(reader.newestDecided()).isPresent();
    }
  }

  @Test
  void faultsOfTheFileSystemAreTold() {
    assertThat(code(new IllegalStateException(new AccessDeniedException("/srv/hall"))))
        .isEqualTo("store-read-only");
    assertThat(code(new IllegalStateException(new IOException("x (Read-only file system)"))))
        .isEqualTo("store-read-only");
    assertThat(code(new IllegalStateException(new IOException("No space left on device"))))
        .isEqualTo("store-full");
    assertThat(code(new FileNotFoundException("File " + location.root() + "/a does not exist")))
        .isEqualTo("store-damaged");
    assertThat(code(new FileNotFoundException("File file:/srv/inbox/a does not exist"))).isEmpty();
    assertThat(code(new IllegalStateException(new java.net.ConnectException("refused"))))
        .isEqualTo("store-unreachable");
    assertThat(StoreFaults.explain(location, new IllegalStateException("a bug"))).isNull();
  }

  private String code(Throwable fault) {
    HallException told = StoreFaults.explain(location, fault);
    return told == null ? "" : told.code();
  }

  /** Flips bytes of files one at a time; returns in how many cases the fault was noticed. */
  private int flipped(long seed, int most, int bytesEach) throws Exception {
    Random random = new Random(seed);
    List<Path> files = new ArrayList<>(files());
    Collections.shuffle(files, random);
    int noticed = 0;
    for (Path file : files.subList(0, Math.min(most, files.size()))) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < bytesEach; i++) {
        byte[] wrong = whole.clone();
        int at = random.nextInt(wrong.length);
        wrong[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, wrong);
        try {
          assertThat(read()).as("seed %s, %s byte %s", seed, file, at).isEqualTo(Nights.held(2, 0));
        } catch (HallException fault) {
          assertThat(fault.code()).as("%s byte %s", file, at).isEqualTo("store-damaged");
          assertThat(fault).hasMessageContaining(file.getFileName().toString());
          noticed++;
        }
      }
      Files.write(file, whole);
    }
    return noticed;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(location.folder().resolve("warehouse"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private void damaged(Path file) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            HallException.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("store-damaged");
              assertThat(fault.status()).isEqualTo(ExitStatus.REFUSED);
              assertThat(fault).hasMessageContaining(file.toString());
            });
  }

  /** Reads every column of everything; gives the rows of the ledger table. */
  private long read() {
    return StoreFaults.guard(
        location,
        () -> {
          try (Store store = Store.open(spark, location, Nights.tables(1))) {
            assertThat(store.reader().runs()).hasSize(2);
            assertThat(store.reader().fates()).hasSize(2);
            View view = store.view();
            assertThat(view.deliveryRecords()).hasSize(2);
            assertThat(view.daily().collectAsList()).hasSize(1);
            return (long) view.rows("t0").collectAsList().size();
          }
        });
  }
}
