package hallmetrics.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two computations of one edition at once leave each other alone. */
class RebuiltTest {
  @TempDir private Path folder;

  @Test
  void theLastOfTwoAtOnceIsKeptWhole() throws IOException {
    Path kept = folder.resolve("rebuilt/2026-10/1");
    Rebuilt one = Rebuilt.begin(kept);
    Rebuilt two = Rebuilt.begin(kept);
    Files.writeString(one.own().resolve("one"), "1");
    Files.writeString(two.own().resolve("two"), "2");

    one.keep();
    assertThat(kept.resolve("one")).exists();
    assertThat(two.own().resolve("two")).exists();
    two.keep();

    assertThat(kept.resolve("two")).exists();
    assertThat(kept.resolve("one")).doesNotExist();
    try (Stream<Path> all = Files.list(folder.resolve("rebuilt/2026-10"))) {
      assertThat(all).containsExactly(kept);
    }
  }
}
