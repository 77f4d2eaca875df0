package hallmetrics.house;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.fault.Problems;
import hallmetrics.gate.Gate;
import hallmetrics.gate.GateLoader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every code the program can raise is a row of docs/errors.md and, on a page, Chinese words. */
class CodesTest {
  private static final Path ROOT = Path.of("..");
  private static final String CODE = "([a-z]+(?:-[a-z]+)*)";

  /** A fault with its code in place, and the methods that make one of a code they are given. */
  private static final Pattern FAULT =
      Pattern.compile("\\b(?:HallException\\s*\\.of|wrong|fault|dag)\\(\\s*\"" + CODE + "\"");

  private static final Pattern REFUSED =
      Pattern.compile(
          "\\b(?:RefusedException|RefusedException\\s*\\.at|at|Refusal)\\(\\s*\"" + CODE + "\"");
  private static final Pattern REASON =
      Pattern.compile("new Reason\\([^;]*?\"" + CODE + "\"|\\b[A-Z_]+\\(\"" + CODE + "\"\\)[,;]");
  private static final Pattern PRINTED = Pattern.compile("\\[([a-z]+(?:-[a-z]+)+)]");

  /** A fault whose code is not written where it is made: each such file is known to this test. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:HallException\\s*\\.of|new\\s+RefusedException|new\\s+Refusal)\\(\\s*[^\"\\s]");

  private static final Set<String> KNOWN =
      Set.of(
          "QueryFaults.java",
          "CheckVerb.java",
          "CheckVerdict.java",
          "AnswerPrint.java",
          "MetricsVerb.java",
          "HmacKey.java",
          "Inbox.java",
          "Faults.java",
          "Refusal.java",
          "Refused.java",
          "RefusedException.java");

  private static final Pattern QUOTED = Pattern.compile("`" + CODE + "(?::[^`]*)?`");

  /** Codes that stand in the second column, or of the rejected records in the first. */
  private static Set<String> documented() throws IOException {
    Set<String> codes = new TreeSet<>();
    boolean first = false;
    for (String line : Files.readAllLines(ROOT.resolve("docs/errors.md"))) {
      String[] cells = line.split("\\|", -1);
      if (line.startsWith("|") && cells.length > 3) {
        first = line.startsWith("| Reason") || (first && !line.startsWith("| What"));
        codes.addAll(found(QUOTED, cells[first ? 1 : 2]));
      } else {
        first = false;
      }
    }
    return codes;
  }

  @Test
  void everyCodeHasItsRowAndEveryRowItsCode() throws IOException {
    Set<String> raised = raised();
    assertThat(raised).hasSizeGreaterThan(90).contains("sql-missing", "store-busy", "jdk-unfit");
    Set<String> documented = documented();
    assertThat(difference(raised, documented)).as("without a row in docs/errors.md").isEmpty();
    assertThat(difference(documented, raised)).as("rows nobody raises").isEmpty();
  }

  @Test
  void everyReasonOfTheAnnexHasWordsAndAllWordsTheirReason(@TempDir Path noConf)
      throws IOException {
    Set<String> reasons = refusals();
    reasons.addAll(rejections());
    GateLoader.load(noConf, new Problems()).stream()
        .filter(gate -> gate.level() == Gate.Level.DELIVERY)
        .forEach(gate -> reasons.add(gate.name()));
    Properties words = new Properties();
    Path file = ROOT.resolve("charts/src/main/resources/hallmetrics/page/messages_zh.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    Set<String> said =
        words.stringPropertyNames().stream()
            .filter(key -> key.startsWith("reason."))
            .map(key -> key.substring("reason.".length()))
            .collect(Collectors.toSet());
    assertThat(difference(reasons, said)).as("without words in messages_zh").isEmpty();
    assertThat(difference(said, reasons)).as("words nobody says").isEmpty();
  }

  @Test
  void codesAreWrittenWhereThisTestFindsThem() throws IOException {
    Set<String> elsewhere = new TreeSet<>();
    for (Path file : sources()) {
      if (ELSEWHERE.matcher(Files.readString(file)).find()) {
        elsewhere.add(file.getFileName().toString());
      }
    }
    assertThat(difference(elsewhere, KNOWN)).isEmpty();
  }

  private static Set<String> raised() throws IOException {
    Set<String> codes = refusals();
    codes.addAll(rejections());
    for (Path file : sources()) {
      String text = Files.readString(file);
      codes.addAll(found(FAULT, text));
      codes.addAll(found(PRINTED, text));
    }
    for (String script : List.of("setup.sh", "hall", "airflow/hall_nightly.py")) {
      codes.addAll(found(PRINTED, Files.readString(ROOT.resolve("scripts").resolve(script))));
    }
    codes.remove("a-z");
    return codes;
  }

  private static Set<String> refusals() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path file : sources()) {
      codes.addAll(found(REFUSED, Files.readString(file)));
    }
    return codes;
  }

  private static Set<String> rejections() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path file : sources()) {
      if (file.toString().contains("/hallmetrics/record/")) {
        codes.addAll(found(REASON, Files.readString(file)));
      }
    }
    return codes;
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : List.of("common", "charts", "jobs")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> difference(Set<String> these, Set<String> without) {
    Set<String> left = new TreeSet<>(these);
    left.removeAll(without);
    return left;
  }
}
