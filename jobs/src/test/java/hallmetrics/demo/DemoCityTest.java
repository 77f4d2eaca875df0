package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.demo.Truth.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCityTest {
  private static final Path CONF = Path.of("../conf/demo");
  private static final DemoPlan SMALL = DemoPlan.demo().withScale(0.02);

  @Test
  void theSameSeedGivesTheSameBytesInAnotherZoneAndLanguage(@TempDir Path one, @TempDir Path two)
      throws IOException {
    Delivered first = new DemoCity(CONF, 7, SMALL).deliver(one);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Delivered second;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      second = new DemoCity(CONF, 7, SMALL).deliver(two);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }

    assertThat(second.files()).isEqualTo(first.files());
    assertThat(second.tallies()).isEqualTo(first.tallies());
    for (DeliveredFile file : first.files()) {
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

  @Test
  void everyFileOnDiskIsListedAndNoOther(@TempDir Path inbox) throws IOException {
    Delivered delivered = new DemoCity(CONF, 7, SMALL).deliver(inbox);

    try (Stream<Path> files = Files.walk(inbox)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> inbox.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(
              delivered.files().stream().map(DeliveredFile::path).toList());
    }
  }

  @Test
  void truthsNameWhatWasPlanted(@TempDir Path inbox) {
    Truths truths = new DemoCity(CONF, 7, SMALL).deliver(inbox).truths();

    assertThat(truths.of(Kind.REFUSED))
        .extracting(Truth::path)
        .containsExactly("hotline/gd_20261027_1.csv", "kiosk/zz_20261029_1.csv");
    assertThat(truths.of(Kind.REPEATED))
        .extracting(Truth::path)
        .containsExactly("evaluation/pj_20261030_2.csv");
    assertThat(truths.of(Kind.NOT_RECEIVED).get(0).days())
        .hasSize(9)
        .startsWith(LocalDate.of(2026, 10, 20))
        .endsWith(LocalDate.of(2026, 10, 30));
    assertThat(truths.of(Kind.NOT_RANKED)).extracting(Truth::scopeId).containsOnly("GXQ");
    assertThat(truths.allows("bad_rate", "360702")).isTrue();
    assertThat(truths.allows("bad_rate", "360703")).isFalse();
    assertThat(truths.allows("on_time_closing_rate", "360702")).isFalse();
  }

  @Test
  void theQuietZoneHasSevenTicketsWhateverTheScale(@TempDir Path inbox) {
    List<Tally> tallies = new DemoCity(CONF, 11, SMALL).deliver(inbox).tallies();

    assertThat(tallies).contains(new Tally("tickets", "REGION", "GXQ", 7, 0));
  }

  @Test
  void theInvertedFileIsLargeEnoughForItsGate(@TempDir Path inbox) throws IOException {
    new DemoCity(CONF, 7, SMALL).deliver(inbox);

    List<String> lines =
        Files.readAllLines(inbox.resolve("kiosk/zz_20261029_1.csv"), StandardCharsets.UTF_8);
    assertThat(lines).hasSizeGreaterThan(30);
  }

  @Test
  void theSilentHallSendsNothingFromItsDayOn(@TempDir Path inbox) throws IOException {
    new DemoCity(CONF, 7, SMALL).deliver(inbox);

    String night =
        Files.readString(inbox.resolve("evaluation/pj_20261026_1.csv"), Charset.forName("GB18030"));
    assertThat(night).doesNotContain(Silence.HALL);
    String month =
        Files.readString(inbox.resolve("evaluation/pj_20261024_1.csv"), Charset.forName("GB18030"));
    assertThat(month).contains(Silence.HALL);
  }
}
