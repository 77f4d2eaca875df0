package hallmetrics.airflow;

import hallmetrics.fault.HallException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How Airflow and the last nights stand.
 *
 * @param parts rows under {@link #HEAD}
 * @param unscheduled why no night begins by itself, a sentence for people; null where one does
 * @param nights rows under {@link #NIGHT_HEAD}, newest business date first
 * @param todo of each date whose newest run did not end well, oldest date first: why, and what to
 *     do next
 * @param editions rows under {@link #EDITION_HEAD}, the newest report first
 * @param troubles what keeps nights from running, each with what to do; empty when nothing does
 */
public record Standing(
    String version,
    List<List<String>> parts,
    @Nullable String unscheduled,
    List<List<String>> nights,
    List<String> todo,
    List<List<String>> editions,
    List<String> troubles) {
  /** Columns of the parts. */
  public static final List<String> HEAD = List.of("部分", "状态", "最近心跳");

  /** Columns of the nights. */
  public static final List<String> NIGHT_HEAD = List.of("业务日期", "运行", "状态", "用时", "结果");

  /** Columns of the editions Airflow was told of: other DAGs start by these. */
  public static final List<String> EDITION_HEAD = List.of("报告的版", "资产", "报告时间", "运行");

  /** Answers to one question that say nothing about the others. */
  private static final Set<String> ODD = Set.of("airflow-answer", "airflow-forbidden");

  private static final int MOST = 10;
  private static final int MOST_EDITIONS = 6;

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
    List<List<String>> nights = new ArrayList<>();
    List<String> todo = new ArrayList<>();
    List<List<String>> editions = new ArrayList<>();
    Dag dag = airflow.dag(airflow.access().dag()).orElse(null);
    if (dag != null) {
      parts.add(schedule(dag));
      nights(airflow, nights, todo);
      editions(airflow, editions, troubles);
    }
    String unscheduled = dag == null ? null : unscheduled(dag);
    return new Standing(version, parts, unscheduled, nights, todo, editions, troubles);
  }

  private static @Nullable String unscheduled(Dag dag) {
    if (dag.start() == null) {
      return "变量 hall_start_date 没有设，或刚设、还没有读到（约半分钟），排程现在不会自己开始任何一晚。"
          + " Only triggered nights run.";
    }
    return dag.next() == null
        ? "排程到了变量 hall_end_date，不会再自己开始任何一晚。 Only triggered nights run."
        : null;
  }

  private static List<String> schedule(Dag dag) {
    if (dag.start() == null) {
      return List.of("排程", "没有：变量 hall_start_date 未设，或刚设、还没有读到（约半分钟）", "");
    }
    Instant next = dag.next();
    return List.of("排程", next == null ? "没有下一晚" : "下一晚 " + NightRun.dateAt(next), "");
  }

  private static List<String> row(String name, Health.Part part) {
    Instant beat = part.heartbeat();
    String state = part.healthy() == null ? "未知" : part.healthy() ? "正常" : "停了";
    return List.of(name, state, beat == null ? "" : ShanghaiClock.of(beat));
  }

  private static List<String> row(EditionEvent event) {
    String run = event.run();
    return List.of(
        event.edition(), event.uri(), ShanghaiClock.of(event.at()), run == null ? "" : run);
  }

  private static void nights(Airflow airflow, List<List<String>> rows, List<String> todo) {
    Set<String> seen = new HashSet<>();
    List<DagRun> runs = new ArrayList<>(airflow.lastRuns(airflow.access().dag(), MOST));
    // among the runs of a date the newest stays first
    runs.sort(Comparator.comparing(NightRun::dateOf).reversed());
    for (DagRun run : runs) {
      String date = NightRun.dateOf(run);
      Result result = result(airflow, run);
      String word = result.word();
      rows.add(List.of(date, run.id(), run.state().toString(), took(run.start(), run.end()), word));
      // an older run of a date that was run again says nothing any more
      if (seen.add(date) && result.next() != null) {
        String why = result.cause() == null ? "" : "：" + result.cause();
        // nights are repeated oldest first
        todo.addAll(0, List.of(date + " " + word + why, "  " + result.next()));
      }
    }
  }

  /** How a run ended, or how far it is. */
  private record Result(String word, @Nullable String cause, @Nullable String next) {}

  private static Result result(Airflow airflow, DagRun run) {
    try {
      return switch (run.state()) {
        case QUEUED -> new Result("", null, null);
        case RUNNING ->
            new Result(Judge.states(airflow.tasks(airflow.access().dag(), run.id())), null, null);
        case SUCCESS, FAILED -> ended(new Judge(airflow).ending(run));
      };
    } catch (HallException unreadable) {
      if (!ODD.contains(unreadable.code())) {
        throw unreadable;
      }
      // one night's odd report does not hide the other nights
      String next = "下一步：核对 DAG 是否与本程序同一版本，登录用户能否读任务日志。";
      return new Result("结果读不到 [" + unreadable.code() + "]", null, next);
    }
  }

  private static Result ended(Ending ending) {
    return new Result(ending.word(), ending.cause(), ending.next());
  }

  /** A login that may not read events sees the nights all the same. */
  private static void editions(Airflow airflow, List<List<String>> rows, List<String> troubles) {
    try {
      airflow
          .editionEvents(airflow.access().dag(), MOST_EDITIONS)
          .forEach(event -> rows.add(row(event)));
    } catch (HallException unreadable) {
      if (!ODD.contains(unreadable.code())) {
        throw unreadable;
      }
      troubles.add(
          "报告的版没有读到 [" + unreadable.code() + "]，各夜的情况不受影响。 Edition events could not be read.");
    }
  }

  private static String took(@Nullable Instant start, @Nullable Instant end) {
    if (start == null || end == null) {
      return "";
    }
    Duration time = Duration.between(start, end);
    return time.toMinutes() + " 分 " + time.toSecondsPart() + " 秒";
  }
}
