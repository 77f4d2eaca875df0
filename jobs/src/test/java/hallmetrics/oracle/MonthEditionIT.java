package hallmetrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.oracle.Comparison.Difference;
import hallmetrics.oracle.OracleDatabase.Inputs;
import hallmetrics.testing.FullDemo;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class MonthEditionIT {

  private static final Path STANDARDS =
      Path.of("../common/src/main/resources/registers").toAbsolutePath().normalize();

  @Test
  void theDemosMonthsAreWhatItsDeliveredFilesSay(@TempDir Path folder) throws Exception {
    Path demo = FullDemo.folder();
    Path text = folder.resolve("text");
    Utf8Inbox.write(demo.resolve("inbox"), text);
    Inputs inputs =
        new Inputs(
            text, demo.resolve("conf/registers"), STANDARDS, demo.resolve("conf/targets.csv"));

    assertSame(demo, inputs, YearMonth.of(2026, 9), LocalDate.of(2026, 10, 24));
    assertSame(demo, inputs, YearMonth.of(2026, 10), LocalDate.of(2026, 10, 31));
  }

  private static void assertSame(Path demo, Inputs inputs, YearMonth month, LocalDate asOf)
      throws Exception {
    try (OracleDatabase oracle = OracleDatabase.of(inputs, month, asOf)) {
      Path edition = demo.resolve("store/editions").resolve(month.toString()).resolve("1");
      assertThat(oracle.rows("select count(*) > 10000 from metrics"))
          .containsExactly(List.of("true"));
      List<Difference> differences = Comparison.of(oracle, edition);
      assertThat(differences).as(Comparison.shown(differences)).isEmpty();
    }
  }
}
