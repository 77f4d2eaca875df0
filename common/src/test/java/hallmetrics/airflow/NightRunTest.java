package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A business date's run: its id, its instant, and when it may be triggered. */
class NightRunTest {
  private final NightRun night = new NightRun(LocalDate.of(2026, 10, 31));

  @Test
  void aNightFiresAtHalfPastMidnightOfTheNextDay() {
    assertThat(night.id()).isEqualTo("nightly__2026-10-31");
    assertThat(night.logicalDate()).isEqualTo("2026-10-31T16:30:00Z");
    assertThat(night.from()).isEqualTo("2026-10-31T16:00:00Z");
    assertThat(night.to()).isEqualTo("2026-11-01T16:00:00Z");
  }

  @Test
  void theNewestDateChangesAtHalfPastMidnight() {
    assertThat(NightRun.newest(Instant.parse("2026-11-01T16:29:59Z"))).isEqualTo("2026-10-31");
    assertThat(NightRun.newest(Instant.parse("2026-11-01T16:30:00Z"))).isEqualTo("2026-11-01");
    assertThat(NightRun.newest(Instant.parse("2026-11-02T15:59:59Z"))).isEqualTo("2026-11-01");
  }

  @Test
  void aRunIsOfTheDateItsConfSays() {
    assertThat(night.isOf(run("2026-10-31T16:30:00Z", null))).isTrue();
    assertThat(night.isOf(run("2026-11-01T06:00:00Z", "2026-10-31"))).isTrue();
    assertThat(night.isOf(run("2026-11-01T06:00:00Z", "2026-10-01"))).isFalse();
  }

  @Test
  void theDateOfARunIsTheDagsRule() {
    assertThat(NightRun.dateOf(run("2026-10-31T16:30:00Z", null))).isEqualTo("2026-10-31");
    assertThat(NightRun.dateOf(run(null, null))).isEqualTo("2026-11-01");
    assertThat(NightRun.dateOf(run(null, "2026-10-01"))).isEqualTo("2026-10-01");
  }

  private static DagRun run(@Nullable String logical, @Nullable String conf) {
    Instant at = logical == null ? null : Instant.parse(logical);
    Instant after = Instant.parse("2026-11-02T01:00:00Z");
    return new DagRun("r", at, after, null, null, null, RunState.QUEUED, conf, null);
  }
}
