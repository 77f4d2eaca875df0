package hallmetrics.daily;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.ledger.CountBlock;
import hallmetrics.ledger.View;
import hallmetrics.testing.TestCity;
import hallmetrics.testing.TestLedger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months one night alone wrote are counted a file a task, to the same counts. */
class WholeMonthsTest {
  private static final Catalogue CATALOGUE = CatalogueLoader.load(Optional.empty());
  private static final Set<String> MONTHS = Set.of("2026-08", "2026-09", "2026-10");

  @TempDir private Path folder;

  private static List<Map<String, String>> ratings() {
    Random random = new Random(11);
    List<Map<String, String>> rows = new ArrayList<>();
    // more of August than one row group of its file holds
    for (int i = 0; i < 36_000; i++) {
      LocalDate day = LocalDate.of(2026, 8, 1).plusDays(random.nextInt(i % 30 == 0 ? 92 : 31));
      rows.add(
          Map.of(
              "source_record_id",
              "r" + i,
              "assess_ts",
              day + " 10:00:00",
              "satisfaction",
              Integer.toString(1 + random.nextInt(5)),
              "channel",
              random.nextBoolean() ? "QR" : "SMS",
              "is_valid",
              Boolean.toString(random.nextInt(9) > 0),
              "is_default",
              Boolean.toString(random.nextInt(4) == 0),
              "assess_number",
              "1",
              "is_deleted",
              Boolean.toString(random.nextInt(20) == 0),
              "item_code",
              "I" + random.nextInt(40)));
    }
    return rows;
  }

  private static List<String> rows(JavaRDD<CountBlock> counts) {
    return counts.flatMap(block -> block.rows()).map(row -> row.toString()).collect().stream()
        .sorted()
        .toList();
  }

  @Test
  void countTheSameAsMonthsThatAreMovedTogether() {
    try (TestLedger ledger = new TestLedger(folder, CATALOGUE, TestCity.registers())) {
      View view = ledger.night(LocalDate.of(2026, 10, 31), Map.of("evaluation", ratings()));
      DailyJob job = new DailyJob(ledger.session(), CATALOGUE, TestCity.registers());
      Map<String, Set<String>> months = Map.of("evaluation", MONTHS);

      JavaRDD<CountBlock> whole = job.recount(view, months, months);

      assertThat(whole.getNumPartitions()).isEqualTo(MONTHS.size());
      assertThat(rows(whole))
          .hasSizeGreaterThan(3_000)
          .isEqualTo(rows(job.recount(view, months, Map.of())));
    }
  }
}
