package hallmetrics.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every library hall ships or runs with, with its version, is a line of docs/dependencies.txt; a
 * wanted change is written there by {@code -Dgolden.update=true}.
 */
class DependenciesIT {
  private static final Path COMMITTED = Path.of("..", "docs", "dependencies.txt");
  private static final Pattern COORDINATES = Pattern.compile("^\\s+(\\S+:(?:compile|provided))\\b");

  @Test
  void theLibrariesAreTheCommittedOnes() throws IOException {
    List<String> found =
        Files.readAllLines(Path.of("target", "dependencies.txt")).stream()
            .flatMap(line -> COORDINATES.matcher(line).results().map(match -> match.group(1)))
            .filter(line -> !line.startsWith("hallmetrics:"))
            .sorted()
            .toList();
    assertThat(found).hasSizeGreaterThan(100);
    if (Boolean.getBoolean("golden.update")) {
      Files.write(COMMITTED, found);
    }
    assertThat(found).isEqualTo(Files.readAllLines(COMMITTED));
  }
}
