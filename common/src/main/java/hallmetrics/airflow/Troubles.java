package hallmetrics.airflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells each trouble of a watched run once, and when it is over. */
final class Troubles {
  /** Airflow itself takes half a minute to call a scheduler dead: together under a minute. */
  private static final Duration HEALTH_EVERY = Duration.ofSeconds(15);

  private static final Duration QUEUED_LONG = Duration.ofMinutes(3);

  private final Onlooker onlooker;
  private @Nullable Instant lostSince;
  private @Nullable Instant healthAt;
  private @Nullable Instant queuedSince;
  private @Nullable String down;
  private boolean toldQueued;
  private boolean paused;

  Troubles(Onlooker onlooker) {
    this.onlooker = onlooker;
  }

  void lost(Instant since) {
    if (lostSince == null) {
      lostSince = since;
      onlooker.trouble(
          "连不上 Airflow（自 "
              + ShanghaiClock.of(since)
              + "），继续重连；运行不受影响。 Airflow does not answer; reconnecting.");
    }
  }

  void answered() {
    if (lostSince != null) {
      onlooker.trouble("Airflow 又有应答了。 Airflow answers again.");
      lostSince = null;
    }
  }

  boolean healthIsDue(Instant now) {
    return healthAt == null || !now.isBefore(healthAt.plus(HEALTH_EVERY));
  }

  void health(Health health, Instant now) {
    healthAt = now;
    String sentence = health.trouble().orElse(null);
    if (sentence != null && down == null) {
      onlooker.trouble(sentence);
    }
    if (sentence == null && down != null) {
      onlooker.trouble("Airflow 的调度器恢复了。 The scheduler is back.");
    }
    down = sentence;
  }

  void paused(boolean now) {
    if (now != paused) {
      onlooker.trouble(
          now
              ? "DAG 被暂停：正在跑的任务跑完，其后的任务不开始，直到 hall airflow unpause。 The DAG is paused."
              : "DAG 恢复了。 The DAG goes on.");
    }
    paused = now;
  }

  void queued(DagRun run, Instant now, Supplier<List<String>> ahead) {
    Instant since = queuedSince == null ? now : queuedSince;
    Instant queued = run.queuedAt();
    queuedSince = queued != null && queued.isBefore(since) ? queued : since;
    if (!toldQueued && !now.isBefore(queuedSince.plus(QUEUED_LONG))) {
      toldQueued = true;
      List<String> before = ahead.get();
      onlooker.trouble(
          "已排队 "
              + Duration.between(queuedSince, now).toMinutes()
              + " 分钟还没有开始"
              + (before.isEmpty() ? "，看执行器和并发上限" : "，前面还有 " + String.join("、", before))
              + "。 Queued for long.");
    }
  }

  /** What is wrong now, to be added to a place; empty when nothing is. */
  String said() {
    return (paused ? "；DAG 被暂停" : "") + (down == null ? "" : "；" + down);
  }
}
