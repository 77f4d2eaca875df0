package hallmetrics.laws;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.command.Terminal;
import hallmetrics.command.Verbs;
import hallmetrics.testing.MiniSite;
import hallmetrics.testing.TestSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record counts once, however far a correction moves its day. */
class FarMovesTest {
  @TempDir private Path folder;

  @Test
  void theNightThatClosesAMonthLetsAMonthGoThatARecordLeft() throws IOException {
    TestSession.get();
    MiniSite site = new MiniSite(folder.resolve("site"), "csv", "utf-8");
    ingest(site, 1, rating("P1", "2026-03-02", "2026-03-02"), rating("P2", "2026-03-03", ""));
    ingest(site, 2, rating("P1", "2026-10-12", "2026-10-13"));
    assertThat(evaluations(site, "2026-03")).as("told of no move so far back").isEqualTo(2);
    assertThat(evaluations(site, "2026-10")).isEqualTo(1);

    String said = hall("nightly", "--conf", site.conf().toString(), "--date", "2026-11-05");

    assertThat(said).contains("moved-far", "evaluation 1 条", "2026-03");
    assertThat(evaluations(site, "2026-03")).isEqualTo(1);
    assertThat(evaluations(site, "2026-10")).isEqualTo(1);
  }

  @Test
  void readingNothingDecidesNothing() throws IOException {
    TestSession.get();
    MiniSite site = new MiniSite(folder.resolve("site"), "csv", "utf-8");
    Path file = ingest(site, 1, rating("P1", "2026-10-02", ""));
    String again =
        hall("ingest", "--conf", site.conf().toString(), "--source", "ratings", file.toString());
    assertThat(again).contains("重复报送，不再计：ratings_20261031_1.csv", "nothing was decided");
    assertThat(hall("ingest", "--conf", site.conf().toString())).contains("nothing was decided");
  }

  private static List<String> rating(String number, String day, String updated) {
    return List.of(
        number,
        day + " 10:00:00",
        "360702",
        "H360702",
        "1",
        "5",
        "0",
        "",
        "13800131234",
        updated.isEmpty() ? "" : updated + " 18:00:00");
  }

  @SafeVarargs
  private static Path ingest(MiniSite site, int delivery, List<String>... rows) throws IOException {
    Path file =
        site.csv("ratings_20261031_" + delivery + ".csv", StandardCharsets.UTF_8, List.of(rows));
    hall("ingest", "--conf", site.conf().toString(), "--source", "ratings", file.toString());
    return file;
  }

  /** Of all places together, by the analysts' table. */
  private long evaluations(MiniSite site, String period) throws IOException {
    Path out = folder.resolve("out");
    hall(
        "metrics",
        "--conf",
        site.conf().toString(),
        "--period",
        period,
        "--metric",
        "evaluations",
        "--scope",
        "ALL",
        "--format",
        "csv",
        "--out",
        out.toString());
    List<String> lines = Files.readAllLines(out.resolve("metrics.csv"), StandardCharsets.UTF_8);
    List<String> names = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1));
    int split = names.indexOf("split");
    int numerator = names.indexOf("numerator");
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[split].isEmpty())
        .mapToLong(cells -> Long.parseLong(cells[numerator]))
        .sum();
  }

  private static String hall(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = Verbs.run(new Terminal(stream, stream), arguments);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return said.toString(StandardCharsets.UTF_8);
  }
}
