package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreReaderTest {
  @TempDir Path folder;

  @Test
  void manyRunsAreReadFromFewFiles() {
    StoreLocation location = StoreLocation.local(folder);
    StoreFormat.create(location);
    int nights = ControlRows.FOLD + 6;
    try (StoreCatalog catalog = StoreCatalog.open(location)) {
      catalog.ensureNamespaces();
      new Tables(catalog).ensure(List.of());
      for (long seq = 1; seq <= nights; seq++) {
        RunState state = seq == nights ? RunState.REFUSED : RunState.DECIDED;
        new Runs(catalog).append(RunRecord.of(seq, Nights.facts(), state, null, Map.of("t", seq)));
      }
      Table runs = catalog.table(Schemas.RUNS);
      long head = runs.currentSnapshot().snapshotId();
      assertThat(ControlRows.filesByGreatest(runs, head, "seq")).hasSizeLessThan(ControlRows.FOLD);
    }
    try (StoreReader reader = StoreReader.open(location)) {
      assertThat(reader.runs())
          .extracting(RunRecord::seq)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, nights).boxed().toList());
      assertThat(reader.newestDecided()).map(RunRecord::seq).contains(nights - 1L);
    }
  }

  @Test
  void recordsComeBackAsTheyWere() {
    StoreLocation location = StoreLocation.local(folder);
    StoreFormat.create(location);
    try (StoreCatalog catalog = StoreCatalog.open(location)) {
      catalog.ensureNamespaces();
      new Tables(catalog).ensure(List.of());
      DeliveryRecord refused =
          new DeliveryRecord(
              "ab12",
              "city",
              "评价_20261031.csv",
              null,
              7,
              0,
              DeliveryState.REFUSED,
              "no-as-of",
              "r1");
      DeliveryRecord read =
          new DeliveryRecord(
              "cd34",
              "city",
              "pj.csv",
              Instant.parse("2026-10-31T01:02:03.000004Z"),
              7,
              3,
              DeliveryState.READ,
              null,
              "r2");
      Table table = catalog.table(Schemas.DELIVERIES);
      List<Record> rows =
          List.of(Codec.encode(table.schema(), read), Codec.encode(table.schema(), refused));
      long head = table.currentSnapshot().snapshotId();
      ControlRows.append(table, SnapshotRef.MAIN_BRANCH, head, rows, "r1");
      Long now = StoreCatalog.reference(catalog.table(Schemas.DELIVERIES), "main");
      assertThat(new StoreReader(catalog).deliveries(now)).containsExactly(refused, read);
    }
  }

  @Test
  void readingLoadsNoClassOfSpark() throws Exception {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    try (RunLock lock = RunLock.acquire(location, "test", Duration.ZERO)) {
      StoreFormat.create(lock.location());
    }
    Path log = folder.resolve("log");
    assertThat(Forked.run(log, ReaderProcess.class, "", location.root())).isZero();
    assertThat(log).content().contains("runs 1").doesNotContain("org.apache.spark");
  }
}
