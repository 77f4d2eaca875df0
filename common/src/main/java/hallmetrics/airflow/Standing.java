package hallmetrics.airflow;

import hallmetrics.fault.HallException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Airflow and the last nights stand.
 *
 * @param parts rows under {@link #HEAD}
 * @param nights rows under {@link #NIGHT_HEAD}, newest first
 * @param troubles what keeps nights from running, each with what to do; empty when nothing does
 */
public record Standing(
    String version, List<List<String>> parts, List<List<String>> nights, List<String> troubles) {
  /** Columns of the parts. */
  public static final List<String> HEAD = List.of("部分", "状态", "最近心跳");

  /** Columns of the nights. */
  public static final List<String> NIGHT_HEAD = List.of("业务日期", "运行", "状态", "用时", "结果");

  private static final int MOST = 10;

  /** Asks Airflow. */
  public static Standing of(Airflow airflow) {
    String version = airflow.version();
    Health health = airflow.health();
    List<List<String>> parts = new ArrayList<>();
    parts.add(row("数据库 metadatabase", health.database()));
    parts.add(row("调度器 scheduler", health.scheduler()));
    parts.add(row("文件解析 dag-processor", health.dagProcessor()));
    List<String> troubles = new ArrayList<>(health.trouble().stream().toList());
    if (health.dagProcessor().down()) {
      troubles.add("Airflow 的 dag-processor 停了，DAG 文件的改动不会生效。 The dag-processor is down.");
    }
    try {
      new DagCheck(airflow).able();
      parts.add(List.of("DAG " + airflow.access().dag(), "可运行", ""));
    } catch (HallException unable) {
      if (!unable.code().startsWith("airflow-dag-")) {
        throw unable;
      }
      parts.add(List.of("DAG " + airflow.access().dag(), "不能运行 " + unable.code(), ""));
      troubles.add(String.valueOf(unable.getMessage()));
    }
    return new Standing(version, parts, nights(airflow), troubles);
  }

  private static List<String> row(String name, Health.Part part) {
    Instant beat = part.heartbeat();
    String state = part.healthy() == null ? "未知" : part.healthy() ? "正常" : "停了";
    return List.of(name, state, beat == null ? "" : ShanghaiClock.of(beat));
  }

  private static List<List<String>> nights(Airflow airflow) {
    String dag = airflow.access().dag();
    if (airflow.dag(dag).isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    for (DagRun run : airflow.lastRuns(dag, MOST)) {
      rows.add(
          List.of(
              NightRun.dateOf(run),
              run.id(),
              run.state().toString(),
              took(run.start(), run.end()),
              outcome(airflow, run)));
    }
    return rows;
  }

  private static String outcome(Airflow airflow, DagRun run) {
    if (!run.state().finished()) {
      return "";
    }
    Optional<NightOutcome> outcome;
    try {
      outcome = new Judge(airflow).outcome(run);
    } catch (HallException unreadable) {
      if (!unreadable.code().equals("airflow-answer")) {
        throw unreadable;
      }
      // one night's odd report does not hide the other nights
      return "结果读不懂";
    }
    return outcome
        .map(
            one ->
                switch (one.kind()) {
                  case PUBLISHED -> "已发布 " + String.join("、", one.editions());
                  case REFUSED -> "被拒";
                  case NOTHING_NEW -> "没有新内容";
                })
        .orElse("没有结果");
  }

  private static String took(@Nullable Instant start, @Nullable Instant end) {
    if (start == null || end == null) {
      return "";
    }
    Duration time = Duration.between(start, end);
    return time.toMinutes() + " 分 " + time.toSecondsPart() + " 秒";
  }
}
