package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Refuses at once what Airflow would queue for ever or run without a task. */
final class DagCheck {
  private final Airflow airflow;

  DagCheck(Airflow airflow) {
    this.airflow = airflow;
  }

  /**
   * The DAG, whether or not it can run.
   *
   * @throws HallException {@code airflow-dag-missing}, exit 4
   */
  Dag known() {
    return airflow.dag(airflow.access().dag()).orElseThrow(this::missing);
  }

  /**
   * The DAG, able to run.
   *
   * @throws HallException {@code airflow-dag-missing}, {@code airflow-dag-broken}, {@code
   *     airflow-dag-stale} or {@code airflow-dag-paused}, exit 4
   */
  Dag able() {
    Dag dag = known();
    readable(dag);
    if (dag.paused()) {
      throw paused("触发的运行会一直排队", "a run would stay queued for ever", "再重跑。");
    }
    return dag;
  }

  private void readable(Dag dag) {
    if (dag.importErrors()) {
      throw fault(
          "airflow-dag-broken", "DAG 文件有错，Airflow 读不了", "the DAG has import errors" + errors());
    }
    if (dag.stale()) {
      throw airflow
          .session()
          .faults()
          .dag(
              "airflow-dag-stale",
              "Airflow 已不再读到这个 DAG 的文件",
              "the DAG is stale: its file is gone or no longer parsed",
              "把 hall_nightly.py 放回 DAG 目录并看 dag-processor 是否在运行，再重跑。");
    }
  }

  /**
   * {@code airflow-dag-paused}, exit 4.
   *
   * @param then what to do once the DAG goes on, the end of a Chinese sentence
   */
  HallException paused(String chinese, String english, String then) {
    return airflow
        .session()
        .faults()
        .dag(
            "airflow-dag-paused",
            "DAG 被暂停，" + chinese,
            "the DAG is paused: " + english,
            "运行 hall airflow unpause，或在 Airflow 页面打开它，" + then);
  }

  /**
   * @throws HallException {@code airflow-date-future}, {@code airflow-date-early} or {@code
   *     airflow-date-late}, exit 2
   */
  void date(LocalDate date, Dag dag) {
    notInTheFuture(date, airflow.pace().clock().instant());
    LocalDate first = airflow.access().startDate();
    Instant start = dag.start();
    if (first != null && date.isBefore(first)) {
      throw early(date, "site.yaml 的 start_date 是 " + first);
    }
    if (start != null && new NightRun(date).logicalDate().isBefore(start)) {
      throw early(date, "DAG 的 start_date 是 " + ShanghaiClock.of(start));
    }
    Instant end = dag.end();
    if (end != null && new NightRun(date).logicalDate().isAfter(end)) {
      throw HallException.of("airflow-date-late", ExitStatus.USAGE, date + " 晚于 DAG 的结束日期")
          .english("after the DAG's end date; the run would succeed without doing anything")
          .where("DAG 的 end_date 是 " + ShanghaiClock.of(end) + "，来自变量 hall_end_date")
          .next("改大或去掉变量 hall_end_date，等 Airflow 重新读到（约半分钟）再触发；或用 hall nightly 直接跑。")
          .build();
    }
  }

  static void notInTheFuture(LocalDate date, Instant now) {
    LocalDate newest = NightRun.newest(now);
    if (date.isAfter(newest)) {
      throw HallException.of("airflow-date-future", ExitStatus.USAGE, date + " 还没有到可以跑的时候")
          .english("the run's instant lies in the future; it would hold the DAG's only slot")
          .next("现在最晚可触发 " + newest + "；" + date + " 由排程在次日 00:30 自动开始。")
          .build();
    }
  }

  private static HallException early(LocalDate date, String why) {
    return HallException.of("airflow-date-early", ExitStatus.USAGE, date + " 早于 DAG 的起始日期")
        .english("before the DAG's start date; the run would succeed without doing anything")
        .where(why)
        .next("要补更早的数据，用 hall ingest 或 hall nightly 直接跑。")
        .build();
  }

  private HallException missing() {
    String errors = errors();
    return errors.isEmpty()
        ? airflow
            .session()
            .faults()
            .dag(
                "airflow-dag-missing",
                "Airflow 里没有这个 DAG",
                "Airflow knows no DAG of this name",
                "把 scripts/airflow/hall_nightly.py 放进 DAG 目录，等一分钟再重跑；名字不同则改 airflow: 的 dag。")
        : fault("airflow-dag-missing", "Airflow 里没有这个 DAG，有文件读不了", "no such DAG" + errors);
  }

  private HallException fault(String code, String chinese, String english) {
    return airflow
        .session()
        .faults()
        .dag(code, chinese, english, "按上面的原因改好 DAG 文件，等 Airflow 重新读到（约一分钟）再重跑。");
  }

  private String errors() {
    List<ImportError> errors = airflow.importErrors();
    StringBuilder lines = new StringBuilder();
    errors.forEach(
        one -> lines.append("\n  ").append(one.file()).append(": ").append(one.reason()));
    return lines.toString();
  }
}
