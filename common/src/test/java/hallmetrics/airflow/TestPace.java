package hallmetrics.airflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Time that passes only while somebody waits. */
final class TestPace extends Clock implements Pace.Waiting {
  static final Instant START = Instant.parse("2026-11-01T02:00:00Z");

  final List<Duration> waits = new ArrayList<>();
  private Instant now = START;

  Pace pace() {
    return new Pace(this, new SplittableRandom(7), this);
  }

  @Override
  public synchronized void pause(Duration time) {
    waits.add(time);
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
