package hallmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Days are those of the time zone's rules, summer times of the last century too. */
class ShanghaiTest {
  private static void check(Instant instant) {
    assertThat(Shanghai.date(instant))
        .as("%s", instant)
        .isEqualTo(LocalDate.ofInstant(instant, Shanghai.ZONE));
  }

  @Test
  void isTheDayOfTheRules() {
    long first = Instant.parse("1890-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("2110-01-01T00:00:00Z").getEpochSecond();
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      check(
          Instant.ofEpochSecond(random.nextLong(first, last), random.nextInt(1_000_000) * 1_000L));
    }
  }

  @Test
  void changesAtMidnight() {
    for (String noon : new String[] {"1991-09-14", "1991-09-15", "1970-01-01", "2026-10-31"}) {
      Instant midnight = Shanghai.startOfDay(LocalDate.parse(noon));
      check(midnight);
      check(midnight.minusNanos(1));
      check(midnight.plusNanos(1));
    }
  }
}
