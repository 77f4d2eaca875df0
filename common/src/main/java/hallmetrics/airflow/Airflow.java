package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Airflow's REST API (3.2.2 and newer), the part a night needs. Every method may be called again;
 * each ends before this client's deadline, having repeated what may pass. All instants are points
 * in time, sent in UTC.
 *
 * <p>Faults, all exit 4: {@code airflow-unreachable} after the deadline, {@code airflow-login},
 * {@code airflow-forbidden}, {@code airflow-unfit}, {@code airflow-answer}. None holds a secret.
 */
public final class Airflow {
  private static final int PAGE = 100;

  private final AirflowAccess access;
  private final Session session;
  private final Patience patience;

  private Airflow(AirflowAccess access, Session session, Patience patience) {
    this.access = access;
    this.session = session;
    this.patience = patience;
  }

  /** A client that has not yet called anybody. */
  public static Airflow at(AirflowAccess access, Pace pace, Duration limit) {
    Instant end = pace.clock().instant().plus(limit);
    return new Airflow(access, new Session(access, pace), Patience.silent(end));
  }

  /** The same client and login with another deadline; it waits without a word. */
  public Airflow until(Instant deadline) {
    return new Airflow(access, session, Patience.silent(deadline));
  }

  /**
   * The same client, login and deadline.
   *
   * @param waiting hears a sentence for people, once, where an answer is waited for for long
   */
  public Airflow telling(Consumer<String> waiting) {
    return new Airflow(access, session, new Patience(end(), waiting));
  }

  /** Where and as whom. */
  public AirflowAccess access() {
    return access;
  }

  Session session() {
    return session;
  }

  Pace pace() {
    return session.pace();
  }

  Instant end() {
    return patience.end();
  }

  Patience patience() {
    return patience;
  }

  /**
   * Logs in and asks for the version: the handshake.
   *
   * @throws hallmetrics.fault.HallException {@code airflow-unfit} when it is older than 3.2.2
   */
  public String version() {
    String version =
        session
            .find(Ask.get("version"), patience, node -> Json.text(node, "version"))
            .orElseThrow(
                () -> session.faults().unfit("这个地址没有 Airflow 3 的接口", "no API of Airflow 3"));
    Version parsed;
    try {
      parsed = Version.of(version);
    } catch (Json.Unexpected wrong) {
      throw session.faults().unfit("看不懂 Airflow 的版本", String.valueOf(wrong.getMessage()));
    }
    if (parsed.compareTo(Version.LEAST) < 0) {
      throw session.faults().unfit("Airflow " + version + " 太旧", "Airflow is older than 3.2.2");
    }
    return version;
  }

  /** How its parts are. */
  public Health health() {
    return session.get(Ask.get("monitor/health"), patience, Health::of);
  }

  /** All DAGs this user sees, at most 100. */
  public List<Dag> dags() {
    return session.get(
        Ask.get("dags" + Ask.query("limit", "" + PAGE)),
        patience,
        node -> Json.list(node, "dags", Dag::of));
  }

  /** A DAG; empty where Airflow knows none of that name. */
  public Optional<Dag> dag(String dag) {
    return session.find(Ask.get(Ask.path("dags", dag, "details")), patience, Dag::of);
  }

  /** DAG files that cannot be read, at most 100. */
  public List<ImportError> importErrors() {
    return session.get(
        Ask.get("importErrors" + Ask.query("limit", "" + PAGE)),
        patience,
        node -> Json.list(node, "import_errors", ImportError::of));
  }

  /** Pauses a DAG or lets it run. */
  public Dag pause(String dag, boolean paused) {
    Ask ask =
        Ask.patch(
            Ask.path("dags", dag) + Ask.query("update_mask", "is_paused"),
            Json.object().put("is_paused", paused));
    return session.get(ask, patience, Dag::of);
  }

  /** A run; empty where there is none of that id. */
  public Optional<DagRun> run(String dag, String run) {
    return session.find(Ask.get(runPath(dag, run)), patience, DagRun::of);
  }

  /**
   * The runs whose logical date lies in [from, to), oldest first, at most 100. Runs without a
   * logical date are not among them.
   */
  public List<DagRun> runs(String dag, Instant from, Instant to) {
    String query =
        Ask.query(
            "logical_date_gte",
            from.toString(),
            "logical_date_lt",
            to.toString(),
            "order_by",
            "logical_date",
            "limit",
            "" + PAGE);
    return runs(dag, query);
  }

  /** The newest runs, newest first. */
  public List<DagRun> lastRuns(String dag, int most) {
    return runs(dag, Ask.query("order_by", "-run_after", "limit", "" + most));
  }

  /** The runs that are not finished, oldest first, at most 100. */
  public List<DagRun> openRuns(String dag) {
    return runs(
        dag,
        Ask.query(
            "state", "queued", "state", "running", "order_by", "run_after", "limit", "" + PAGE));
  }

  private List<DagRun> runs(String dag, String query) {
    return session.get(
        Ask.get(Ask.path("dags", dag, "dagRuns") + query),
        patience,
        node -> Json.list(node, "dag_runs", DagRun::of));
  }

  /** The tasks of a run, at most 100. */
  public List<TaskRun> tasks(String dag, String run) {
    return session.get(
        Ask.get(runPath(dag, run) + "/taskInstances" + Ask.query("limit", "" + PAGE)),
        patience,
        node -> Json.list(node, "task_instances", TaskRun::of));
  }

  /** The log of one try of a task, without our secrets; empty where there is none. */
  public List<LogLine> log(String dag, String run, String task, int attempt) {
    String path = runPath(dag, run) + '/' + Ask.path("taskInstances", task, "logs", "" + attempt);
    return session
        .find(Ask.get(path), patience, node -> Json.list(node, "content", LogLine::of))
        .orElse(List.of())
        .stream()
        .map(line -> line.with(session::hide))
        .toList();
  }

  /** What the night's task of that name reported; empty where it reported nothing. */
  public Optional<NightOutcome> outcome(String dag, String run, String task) {
    String path =
        runPath(dag, run) + '/' + Ask.path("taskInstances", task, "xcomEntries", "return_value");
    return session.find(Ask.get(path), patience, NightOutcome::of);
  }

  /** Writes a note beside a run. */
  public DagRun note(String dag, String run, String note) {
    Ask ask =
        Ask.patch(
            runPath(dag, run) + Ask.query("update_mask", "note"), Json.object().put("note", note));
    return session.get(ask, patience, DagRun::of);
  }

  /**
   * Clears a finished run, so that Airflow repeats it; a run that is not finished is left as it is.
   *
   * @param run as it was found: Airflow queues a cleared run anew, so another time in the queue
   *     tells that it was cleared
   * @param onlyFailed repeats only the tasks that failed and what waited for them
   */
  public DagRun clear(String dag, DagRun run, boolean onlyFailed) {
    JsonNode body = Json.object().put("dry_run", false).put("only_failed", onlyFailed);
    return session
        .onceOnly(
            () -> run(dag, run.id()).filter(one -> open(one) || requeued(one, run)),
            Ask.post(runPath(dag, run.id()) + "/clear", body),
            patience,
            DagRun::of)
        .value();
  }

  private static boolean open(DagRun run) {
    return !run.state().finished();
  }

  private static boolean requeued(DagRun now, DagRun before) {
    return !Objects.equals(now.queuedAt(), before.queuedAt());
  }

  /**
   * Reports that an asset changed, once: an event of the asset with the same details is not
   * reported again.
   *
   * @param uri the asset's address as Airflow shows it: {@code hall://figures/} for {@code
   *     hall://figures}
   * @return false when it was reported before or no DAG names the asset
   */
  public boolean assetEvent(String uri, SortedMap<String, String> details) {
    Optional<Long> asset =
        session
            .get(
                Ask.get("assets" + Ask.query("uri_pattern", uri, "limit", "" + PAGE)),
                patience,
                node -> Json.list(node, "assets", one -> one))
            .stream()
            .filter(one -> Json.text(one, "uri").equals(uri))
            .map(one -> Json.whole(one, "id"))
            .findFirst();
    if (asset.isEmpty()) {
      return false;
    }
    ObjectNode body = Json.object().put("asset_id", asset.get());
    ObjectNode extra = body.putObject("extra");
    details.forEach(extra::put);
    return session
        .onceOnly(
            () -> reported(asset.get(), details),
            Ask.post("assets/events", body),
            patience,
            one -> one)
        .made();
  }

  /** The newest editions a DAG's tasks reported, newest first. */
  public List<EditionEvent> editionEvents(String dag, int most) {
    String query =
        Ask.query("source_dag_id", dag, "order_by", "-timestamp", "limit", Integer.toString(most));
    return session.get(
        Ask.get("assets/events" + query),
        patience,
        node -> Json.list(node, "asset_events", EditionEvent::of));
  }

  private Optional<JsonNode> reported(long asset, Map<String, String> details) {
    Ask ask =
        Ask.get(
            "assets/events"
                + Ask.query("asset_id", "" + asset, "order_by", "-timestamp", "limit", "" + PAGE));
    return session.get(ask, patience, node -> Json.list(node, "asset_events", one -> one)).stream()
        .filter(one -> details.entrySet().stream().allMatch(detail -> says(one, detail)))
        .findFirst();
  }

  private static boolean says(JsonNode event, Map.Entry<String, String> detail) {
    return event.path("extra").path(detail.getKey()).asText().equals(detail.getValue());
  }

  static String runPath(String dag, String run) {
    return Ask.path("dags", dag, "dagRuns", run);
  }
}
