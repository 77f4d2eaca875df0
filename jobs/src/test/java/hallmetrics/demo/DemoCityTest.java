package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCityTest {
  private static final Path CONF = Path.of("../conf/demo");
  private static final DemoPlan SMALL = DemoPlan.demo().withScale(0.02);

  @Test
  void theSameSeedGivesTheSameBytesInAnotherZoneAndLanguage(@TempDir Path one, @TempDir Path two)
      throws IOException {
    List<DeliveredFile> first = new DemoCity(CONF, 7, SMALL).deliver(one);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    List<DeliveredFile> second;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      second = new DemoCity(CONF, 7, SMALL).deliver(two);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }

    assertThat(second).isEqualTo(first);
    for (DeliveredFile file : first) {
      assertThat(Files.mismatch(one.resolve(file.path()), two.resolve(file.path())))
          .as(file.path())
          .isEqualTo(-1);
    }
  }

  @Test
  void anotherSeedIsAnotherCity(@TempDir Path one, @TempDir Path two) throws IOException {
    new DemoCity(CONF, 7, SMALL).deliver(one);
    new DemoCity(CONF, 8, SMALL).deliver(two);

    String file = "evaluation/pj_20250930_1.csv";
    assertThat(Files.mismatch(one.resolve(file), two.resolve(file))).isNotEqualTo(-1);
  }
}
