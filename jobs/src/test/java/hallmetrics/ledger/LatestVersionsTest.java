package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import hallmetrics.testing.TestTables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class LatestVersionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 12);
  private static final Instant NINE = Instant.parse("2026-10-12T01:00:00Z");

  @Test
  void theGreatestInstantOfTheSenderWinsWhateverTheOrderOfDelivery() {
    assertThat(
            values(
                TestTables.row("a", DAY, 1, 2, NINE, false),
                TestTables.row("a", DAY, 2, 1, NINE.plusSeconds(1), false)))
        .containsExactly("a 2");
  }

  @Test
  void aRecordWithoutInstantStandsAtItsDeliverysAsOf() {
    // as_of is the day's first instant: nine o'clock of the sender is later, the day before earlier
    assertThat(
            values(TestTables.version("a", DAY, 1, 9), TestTables.row("a", DAY, 2, 1, NINE, false)))
        .containsExactly("a 2");
    assertThat(
            values(
                TestTables.version("a", DAY, 1, 1),
                TestTables.row("a", DAY, 2, 9, NINE.minusSeconds(86_400), false)))
        .containsExactly("a 1");
  }

  @Test
  void aTieIsBrokenByTheDeliveryDecidedLaterAndOneRowIsLeft() {
    assertThat(
            values(
                TestTables.row("a", DAY, 1, 2, NINE, false),
                TestTables.row("a", DAY, 2, 1, NINE, false)))
        .containsExactly("a 1");
  }

  @Test
  void aTieInsideOneDeliveryIsBrokenByTheLine() {
    Dataset<Row> first = rows(TestTables.row("a", DAY, 1, 1, NINE, false));
    Dataset<Row> second =
        rows(TestTables.row("a", DAY, 2, 1, NINE, false)).withColumn("line", functions.lit(2L));
    assertThat(values(first.union(second), Set.of())).containsExactly("a 2");
  }

  @Test
  void aDeletionHidesOlderVersionsAndANewerVersionRevives() {
    Row version = TestTables.row("a", DAY, 1, 1, NINE, false);
    Row deletion = TestTables.row("a", DAY, 1, 2, NINE.plusSeconds(1), true);
    assertThat(values(version, deletion)).isEmpty();
    assertThat(
            values(version, deletion, TestTables.row("a", DAY, 3, 3, NINE.plusSeconds(2), false)))
        .containsExactly("a 3");
  }

  @Test
  void aTombstoneHidesTheMonthsOwnVersionsOnly() {
    Dataset<Row> old = rows(TestTables.row("a", DAY, 1, 1, NINE, false));
    Dataset<Row> tombstone =
        rows(TestTables.row("a", DAY, 0, 2, NINE.plusSeconds(1), false))
            .withColumn("is_tombstone", functions.lit(true));
    Dataset<Row> moved =
        rows(TestTables.row("a", DAY.plusMonths(1), 2, 2, NINE.plusSeconds(1), false));
    assertThat(values(old.union(tombstone).union(moved), Set.of())).containsExactly("a 2");
  }

  @Test
  void aWithdrawnDeliveryNoLongerCountsAndItsOlderVersionDoesAgain() {
    Dataset<Row> both =
        rows(
            TestTables.row("a", DAY, 1, 1, NINE, false),
            TestTables.row("a", DAY, 2, 2, NINE.plusSeconds(1), false));
    assertThat(values(both, Set.of("delivery-2"))).containsExactly("a 1");
  }

  @Test
  void aTombstoneThatKnowsNoDeliveryStaysWhateverIsWithdrawn() {
    Dataset<Row> old = rows(TestTables.row("a", DAY, 1, 1, NINE, false));
    Dataset<Row> tombstone =
        rows(TestTables.row("a", DAY, 0, 2, NINE.plusSeconds(1), false))
            .withColumn("is_tombstone", functions.lit(true))
            .withColumn("delivery", functions.lit(null).cast("string"));
    assertThat(values(old.union(tombstone), Set.of("delivery-7"))).isEmpty();
  }

  private static List<String> values(Row... rows) {
    return values(rows(rows), Set.of());
  }

  private static List<String> values(Dataset<Row> rows, Set<String> withdrawn) {
    return LatestVersions.of(rows, withdrawn).collectAsList().stream()
        .map(row -> row.getString(row.fieldIndex("record_key")) + " " + row.getInt(0))
        .sorted()
        .toList();
  }

  private static Dataset<Row> rows(Row... rows) {
    return TestTables.rows(TestSession.get(), List.of(rows));
  }
}
