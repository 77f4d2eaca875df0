package hallmetrics.laws;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.command.Terminal;
import hallmetrics.command.Verbs;
import hallmetrics.testing.MiniSite;
import hallmetrics.testing.TestSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 2: order, splitting, repeating, format and encoding of deliveries change no figure. The same
 * rows walk the whole road in several forms and give one figures hash.
 */
@Tag("slow")
class Law2Test {
  private static final long SEED = 20261031;
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir private Path folder;

  @Test
  void theFormOfTheDeliveriesChangesNoFigure() throws IOException {
    TestSession.get();
    List<List<String>> rows = MiniSite.ratings(900, SEED);

    MiniSite plain = new MiniSite(folder.resolve("gb"), "csv", "gb18030");
    String expected = figures(plain, plain.csv("ratings_20261031_1.csv", GB18030, rows));

    MiniSite shuffled = new MiniSite(folder.resolve("utf8"), "csv", "utf-8");
    List<List<String>> other = new ArrayList<>(rows);
    Collections.shuffle(other, new Random(SEED));
    Path utf8 = shuffled.csv("ratings_20261031_1.csv", StandardCharsets.UTF_8, other);
    assertThat(figures(shuffled, utf8)).as("UTF-8, another order").isEqualTo(expected);

    MiniSite workbook = new MiniSite(folder.resolve("xlsx"), "xlsx", "");
    Path book = workbook.xlsx("ratings_20261031_1.xlsx", rows);
    assertThat(figures(workbook, book)).as("XLSX").isEqualTo(expected);
  }

  @Test
  void threePartsDeliveredTwiceInAnyOrderChangeNoFigure() throws IOException {
    TestSession.get();
    List<List<String>> rows = MiniSite.ratings(900, SEED + 1);
    MiniSite whole = new MiniSite(folder.resolve("whole"), "csv", "gb18030");
    String expected = figures(whole, whole.csv("ratings_20261031_1.csv", GB18030, rows));

    MiniSite parts = new MiniSite(folder.resolve("parts"), "csv", "auto");
    List<List<List<String>>> thirds = thirds(rows);
    Path last = parts.csv("ratings_20261031_3.csv", StandardCharsets.UTF_8, thirds.get(2));
    Path middle = parts.csv("ratings_20261031_2.csv", GB18030, thirds.get(1));
    Path first = parts.csv("ratings_20261031_1.csv", StandardCharsets.UTF_8, thirds.get(0));
    ingest(parts, last, middle);
    ingest(parts, first);
    // the same bytes again, then the same rows in other bytes
    ingest(parts, middle);
    ingest(parts, parts.csv("ratings_20261031_4.csv", GB18030, thirds.get(2)));
    assertThat(figures(parts, parts.csv("ratings_20261031_5.csv", StandardCharsets.UTF_8, rows)))
        .isEqualTo(expected);
  }

  /** Three parts; rows that are equal stay together, versions of a number do not. */
  private static List<List<List<String>>> thirds(List<List<String>> rows) {
    List<List<List<String>>> thirds = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      int mine = part;
      thirds.add(rows.stream().filter(row -> Math.floorMod(row.hashCode(), 3) == mine).toList());
    }
    return thirds;
  }

  private static String figures(MiniSite site, Path file) {
    ingest(site, file);
    run("publish", "--conf", site.conf().toString(), "--period", "2026-10");
    return site.manifest("2026-10").figuresHash();
  }

  private static void ingest(MiniSite site, Path... files) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("ingest", "--conf", site.conf().toString(), "--source", "ratings"));
    for (Path file : files) {
      arguments.add(file.toString());
    }
    run(arguments.toArray(String[]::new));
  }

  private static void run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status = Verbs.run(new Terminal(stream, stream), arguments);
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }
}
