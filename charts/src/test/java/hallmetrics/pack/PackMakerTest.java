package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackMakerTest {
  @Test
  void writesEveryPageInEveryForm(@TempDir Path directory) throws Exception {
    Pack pack = PackMaker.make(new SampleCity().input(), directory);
    assertThat(pack.files())
        .contains(Path.of("pack.pdf"), Path.of("pack.html"), Path.of("charts/p2-trend.svg"));
    assertThat(pack.missingGlyphs()).isEmpty();
    for (Path file : pack.files()) {
      assertThat(Files.size(directory.resolve(file))).isPositive();
    }
  }
}
