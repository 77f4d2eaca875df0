package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.settings.Site;
import hallmetrics.settings.SiteLoader;
import hallmetrics.value.HmacKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoConfTest {
  @Test
  void theListOfFilesIsTheFolder() throws IOException {
    assertThat(filesOf(Path.of("../conf/demo"))).isEqualTo(DemoConf.FILES);
    assertThat(filesOf(Path.of("../conf/realistic"))).isEqualTo(DemoConf.REALISTIC_FILES);
  }

  @Test
  void theLaidOutConfIsASiteWithoutProblems(@TempDir Path out) {
    Site site = SiteLoader.load(DemoConf.layOut(out));

    assertThat(site.options().inbox()).isEqualTo(out.resolve("inbox").toAbsolutePath());
    assertThat(site.sources()).hasSize(10);
  }

  @Test
  void theRealisticCityIsASiteWithoutProblems(@TempDir Path out) {
    Site site = SiteLoader.load(DemoConf.layOutRealistic(out));

    assertThat(site.options().name()).isEqualTo("示例市（低差评率）");
  }

  @Test
  void theKeyIsRandomPrivateAndKept(@TempDir Path one, @TempDir Path two) throws IOException {
    DemoConf.layOut(one);
    DemoConf.layOut(two);
    String first = Files.readString(one.resolve("hmac.key"));
    DemoConf.layOut(one);

    assertThat(Files.readString(one.resolve("hmac.key"))).isEqualTo(first);
    assertThat(Files.readString(two.resolve("hmac.key"))).isNotEqualTo(first);
    assertThat(Files.getPosixFilePermissions(one.resolve("hmac.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(HmacKey.fromFile(one.resolve("hmac.key")).toString()).contains("demo");
  }

  private static List<String> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
