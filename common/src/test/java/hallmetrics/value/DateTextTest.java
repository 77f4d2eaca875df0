package hallmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  private final DateText dates = new DateText(List.of());

  @ParameterizedTest
  @CsvSource({
    "2026-01-05 08:05:09, 2026-01-05T00:05:09Z",
    "2026/1/5 8:05, 2026-01-05T00:05:00Z",
    "2026/1/5 8:05:09, 2026-01-05T00:05:09Z",
    "2026.1.5 8:05, 2026-01-05T00:05:00Z",
    "20260105T080509, 2026-01-05T00:05:09Z",
    "20260105080509, 2026-01-05T00:05:09Z",
    "202601050805, 2026-01-05T00:05:00Z",
    "2026-01-05T08:05:09, 2026-01-05T00:05:09Z",
    "2026-01-05T00:05:09Z, 2026-01-05T00:05:09Z",
    "2026-01-05T00:05:09.123456Z, 2026-01-05T00:05:09.123456Z",
    "2026-01-05 00:05:09.123456789+00:00, 2026-01-05T00:05:09.123456Z",
    "2026-01-05T01:05:09.5+0100, 2026-01-05T00:05:09.500Z",
    "2011-10-11 13:45:40.276+02:00, 2011-10-11T11:45:40.276Z",
    "2026-01-04T19:05:09-05, 2026-01-05T00:05:09Z",
    "2026年1月5日 8时5分, 2026-01-05T00:05:00Z",
    "2026年01月05日08时05分09秒, 2026-01-05T00:05:09Z",
    "2026年1月5日8时, 2026-01-05T00:00:00Z",
    "２０２６－０１－０５　０８：０５：０９, 2026-01-05T00:05:09Z",
    "2026-01-05  08:05:09, 2026-01-05T00:05:09Z",
    "2024-02-29 00:00:00, 2024-02-28T16:00:00Z",
    "1988-07-01 00:00:00, 1988-06-30T15:00:00Z",
    "1970-01-01 08:00:00, 1970-01-01T00:00:00Z",
  })
  void aTimeIsReadInShanghaiUnlessItSaysItsOffset(String text, Instant expected) {
    assertThat(DateText.instant(dates.micros(text))).isEqualTo(expected);
    assertThat(dates.dayOnly()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-05", "2026/1/5", "20260105", "2026年1月5日", "2026.01.05", "２０２６/１/５"})
  void aDateAloneIsItsMidnight(String text) {
    assertThat(DateText.instant(dates.micros(text))).isEqualTo("2026-01-04T16:00:00Z");
    assertThat(dates.dayOnly()).isTrue();
    assertThat(DateText.day(dates.micros(text))).isEqualTo("2026-01-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-01",
        "2026-13-45",
        "2026-02-29",
        "2023-02-29",
        "0000-00-00",
        "2026-1-1x",
        "2026-01-05 24:00:00",
        "2026-01-05 08:60",
        "2026-01-05 8",
        "2026-01-05T",
        "05/01/2026",
        "2026-01-05 08:05:09 PM",
        "2026-01-05 08:05:09+",
        "46027",
        "1767571509",
        "无",
        "二〇二六年一月五日",
        "2026-01-05 08:05:09.",
        "2026-01-05T08:05:09ZZ",
        "2026010508050",
        "-2026-01-05",
        "2026-01-05 -8:00"
      })
  void whatIsNoDateIsBad(String text) {
    assertThat(dates.micros(text)).isEqualTo(DateText.BAD);
  }

  @Test
  void aPatternComesFirstAndIsStrict() {
    DateText american = new DateText(List.of("M/d/yyyy", "M/d/yyyy h:mm a"));
    assertThat(DateText.day(american.micros("1/5/2026"))).isEqualTo("2026-01-05");
    assertThat(american.dayOnly()).isTrue();
    assertThat(DateText.instant(american.micros("1/5/2026 1:05 PM")))
        .isEqualTo("2026-01-05T05:05:00Z");
    assertThat(american.dayOnly()).isFalse();
    assertThat(american.micros("2/30/2026")).isEqualTo(DateText.BAD);
    assertThat(DateText.day(american.micros("2026-01-05"))).isEqualTo("2026-01-05");
  }

  @Test
  void aWrongPatternIsTold() {
    assertThatThrownBy(() -> new DateText(List.of("yyyy-bb")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyInstantOfACenturyIsReadBackAsJavaWouldSayIt() {
    DateTimeFormatter written = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    for (long seed = 1; seed <= 20_000; seed++) {
      LocalDateTime local =
          LocalDateTime.ofEpochSecond(
              new Random(seed).nextLong(-2_000_000_000L, 4_000_000_000L),
              0,
              java.time.ZoneOffset.UTC);
      long micros = dates.micros(local.format(written));
      assertThat(DateText.instant(micros))
          .as("seed %d", seed)
          .isEqualTo(local.atZone(DateText.ZONE).toInstant());
      LocalDate day = DateText.instant(micros).atZone(DateText.ZONE).toLocalDate();
      assertThat(DateText.day(micros)).as("seed %d", seed).isEqualTo(day);
    }
  }

  @Test
  void randomTextNeverThrows() {
    String alphabet = "0123456789-/:T年月日时分秒 .+Z";
    for (long seed = 1; seed <= 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      dates.micros(text.toString());
    }
  }
}
