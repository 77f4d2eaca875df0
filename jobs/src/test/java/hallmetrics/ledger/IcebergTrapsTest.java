package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.testing.TestSession;
import hallmetrics.testing.TestTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Iceberg does that the store is built around. A test that fails after an upgrade says which
 * precaution to look at again.
 */
class IcebergTrapsTest {
  @TempDir Path folder;
  private SparkSession spark;
  private StoreCatalog catalog;

  @BeforeEach
  void oneTable() throws Exception {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    try (RunLock lock = RunLock.acquire(location, "test", Duration.ZERO)) {
      StoreFormat.create(lock.location());
    }
    spark = TestSession.on(location);
    catalog = StoreCatalog.open(location);
    catalog.ensureNamespaces();
    new Tables(catalog).ensure(Nights.tables(1));
    rows().writeTo("h.ledger.t0").option("snapshot-property.hallmetrics.run", "r1").append();
    table().manageSnapshots().createBranch("audit").commit();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void theBranchOptionOfAWriterSilentlyWritesMain() throws Exception {
    long before = spark.table("h.ledger.t0").count();
    rows().writeTo("h.ledger.t0").option("branch", "audit").append();
    assertThat(spark.table("h.ledger.t0").count()).isEqualTo(before + 1);
  }

  @Test
  void theNameOfABranchWritesTheBranch() throws Exception {
    long before = spark.table("h.ledger.t0").count();
    rows().writeTo("h.ledger.t0.branch_audit").append();
    assertThat(spark.table("h.ledger.t0").count()).isEqualTo(before);
    assertThat(spark.table("h.ledger.t0.branch_audit").count()).isEqualTo(before + 1);
  }

  @Test
  void aBranchIsNotMadeByWritingIt() {
    assertThatThrownBy(() -> rows().writeTo("h.ledger.t0.branch_other").append())
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void aTagIsReadAsAVersionAndByNoOption() {
    table()
        .manageSnapshots()
        .createTag("edition-1", table().currentSnapshot().snapshotId())
        .commit();
    assertThat(spark.read().option("versionAsOf", "edition-1").table("h.ledger.t0").count())
        .isEqualTo(1);
    assertThatThrownBy(() -> spark.read().option("tag", "edition-1").table("h.ledger.t0").count())
        .hasMessageContaining("no longer supported");
  }

  @Test
  void mainCannotFollowABranchItIsNoAncestorOf() throws Exception {
    rows().writeTo("h.ledger.t0.branch_audit").append();
    rows().writeTo("h.ledger.t0").append();
    assertThatThrownBy(() -> table().manageSnapshots().fastForwardBranch("main", "audit").commit())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not an ancestor");
  }

  @Test
  void followingTwiceIsNoError() throws Exception {
    rows().writeTo("h.ledger.t0.branch_audit").append();
    table().manageSnapshots().fastForwardBranch("main", "audit").commit();
    table().manageSnapshots().fastForwardBranch("main", "audit").removeBranch("audit").commit();
    assertThat(spark.table("h.ledger.t0").count()).isEqualTo(1 + 1);
  }

  @Test
  void aTagCannotBeMadeTwice() {
    long id = table().currentSnapshot().snapshotId();
    table().manageSnapshots().createTag("edition-1", id).commit();
    assertThatThrownBy(() -> table().manageSnapshots().createTag("edition-1", id).commit())
        .hasMessageContaining("already exists");
  }

  @Test
  void everyTableRetriesCommitsAndForgetsOldMetadata() throws Exception {
    for (String name : catalog.names()) {
      assertThat(catalog.table(name).properties())
          .as(name)
          .containsAllEntriesOf(
              Map.of(
                  "commit.retry.num-retries", "50",
                  "commit.manifest.min-count-to-merge", "20",
                  "write.metadata.delete-after-commit.enabled", "true",
                  "write.metadata.previous-versions-max", "10",
                  "write.distribution-mode", "none"));
    }
    for (int i = 0; i < 25; i++) {
      table().newAppend().commit();
    }
    Path metadata = folder.resolve("store/warehouse/ledger/t0/metadata");
    try (Stream<Path> files = Files.list(metadata)) {
      assertThat(files.filter(file -> file.toString().endsWith("metadata.json"))).hasSize(11);
    }
  }

  @Test
  void aSnapshotsNoteIsLostWithTheSnapshot() {
    String note = table().currentSnapshot().summary().get("hallmetrics.run");
    assertThat(note).isEqualTo("r1");
    table().newAppend().commit();
    table().manageSnapshots().removeBranch("audit").commit();
    table()
        .expireSnapshots()
        .expireOlderThan(System.currentTimeMillis() + 1000)
        .retainLast(1)
        .commit();
    assertThat(table().snapshots()).noneMatch(s -> s.summary().containsKey("hallmetrics.run"));
  }

  private Table table() {
    return catalog.table("ledger.t0");
  }

  private Dataset<Row> rows() {
    return TestTables.rows(spark, List.of(TestTables.version("x", Nights.DAY, 1, 9)));
  }
}
