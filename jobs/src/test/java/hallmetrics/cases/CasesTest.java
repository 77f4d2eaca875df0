package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every error a clerk may meet: exit status, Chinese first line with its code, where, next step;
 * and nothing is lost: what was published stays as it was and a good run afterwards succeeds.
 */
class CasesTest {
  @TempDir private static Path folder;
  private static long rows;
  private static CaseSite base = new CaseSite(Path.of(""));

  @BeforeAll
  static void oneNight() throws IOException {
    base = CaseSite.decided();
    rows = base.rows();
  }

  static List<String> cases() throws IOException {
    try (Stream<Path> all = Files.list(CaseSite.CASES)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("_"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anErrorSaysWhatWhereAndWhatNext(String name) throws IOException {
    Path files = CaseSite.CASES.resolve(name);
    CaseSite site = base.copyTo(folder.resolve(name));
    int runs = site.runs();
    for (String part : List.of("conf", "inbox")) {
      site.overlay(files.resolve(part), part);
    }
    try (Hindrance hindrance = Hindrance.of(text(files, "hindrance.txt"), site)) {
      check(site.hall(text(files, "run.txt")), text(files, "expected.txt"), name);
    }
    assertThat(site.runs() - runs).as("runs").isEqualTo(number(files, "runs "));
    assertThat(site.rows() - rows).as("rows").isEqualTo(number(files, "rows "));
    assertThat(published(site)).isEqualTo(published(base));
    for (String part : List.of("conf", "inbox")) {
      site.restore(files.resolve(part), part);
    }
    site.overlay(files.resolve("repair"), "");
    String again = text(files, "again.txt");
    CaseSite.Run good = site.hall(again.isEmpty() ? "nightly --date 2026-11-02 {site}" : again);
    assertThat(good.status()).as("afterwards: " + good.all()).isZero();
  }

  private static void check(CaseSite.Run run, String expected, String name) {
    for (String line : expected.lines().toList()) {
      int blank = line.indexOf(' ');
      String wanted = line.substring(blank + 1);
      switch (line.substring(0, blank)) {
        case "exit" -> assertThat(run.status()).as(run.all()).isEqualTo(Integer.parseInt(wanted));
        case "first" -> assertThat(run.all().lines().findFirst().orElse("")).contains(wanted);
        case "has" -> assertThat(run.all()).contains(wanted);
        case "line" ->
            assertThat(run.all().lines()).anySatisfy(one -> assertThat(one).contains(wanted));
        case "next" ->
            assertThat(run.all().lines())
                .anySatisfy(one -> assertThat(one).contains("下一步：").contains(wanted));
        case "runs", "rows" -> assertThat(wanted).containsOnlyDigits();
        default -> throw new IllegalArgumentException(name + ": " + line);
      }
    }
  }

  private static int number(Path files, String what) throws IOException {
    return text(files, "expected.txt")
        .lines()
        .filter(line -> line.startsWith(what))
        .mapToInt(line -> Integer.parseInt(line.substring(5)))
        .findFirst()
        .orElse(0);
  }

  private static java.util.Map<String, String> published(CaseSite site) {
    return Editions.hashes(site.store().resolve("editions"));
  }

  private static String text(Path files, String name) throws IOException {
    Path file = files.resolve(name);
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }
}
