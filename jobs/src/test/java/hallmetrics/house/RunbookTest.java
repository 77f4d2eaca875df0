package hallmetrics.house;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.fault.Problems;
import hallmetrics.gate.Gate;
import hallmetrics.gate.GateLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stops a night has its line in docs/operations.md. */
class RunbookTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]*\\|([^|]*)\\| *[34] *\\|.*$");
  private static final Pattern CODE = Pattern.compile("`([a-z]+(?:-[a-z]+)+)[:`]");

  @TempDir private Path conf;

  @Test
  void everyGateIsInTheRunbook() throws IOException {
    String runbook = Files.readString(DOCS.resolve("operations.md"));
    List<Gate> gates = GateLoader.load(conf, new Problems());
    assertThat(gates).isNotEmpty();
    for (Gate gate : gates) {
      assertThat(runbook).contains("| `" + gate.name() + "` " + gate.title() + " |");
    }
  }

  @Test
  void everyFaultThatRefusesOrComesFromOutsideIsInTheRunbook() throws IOException {
    String runbook = Files.readString(DOCS.resolve("operations.md"));
    List<String> codes = new ArrayList<>();
    ROW.matcher(Files.readString(DOCS.resolve("errors.md")))
        .results()
        .map(row -> row.group(1))
        .forEach(
            cell ->
                CODE.matcher(cell)
                    .results()
                    .map((MatchResult code) -> code.group(1))
                    .forEach(codes::add));
    assertThat(codes).contains("missing-column", "store-busy", "store-damaged");
    assertThat(codes).allSatisfy(code -> assertThat(runbook).contains("`" + code + "`"));
  }
}
