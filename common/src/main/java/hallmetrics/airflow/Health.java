package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The health of Airflow's parts, from the body: the HTTP status is 200 also when the scheduler is
 * dead. The triggerer is not needed by our DAG.
 */
public record Health(Part database, Part scheduler, Part dagProcessor) {

  /**
   * One part.
   *
   * @param healthy null where Airflow says nothing of it
   * @param heartbeat its last sign of life; null where unknown
   */
  public record Part(@Nullable Boolean healthy, @Nullable Instant heartbeat) {
    /** Whether Airflow says that it is not healthy. */
    public boolean down() {
      return Boolean.FALSE.equals(healthy);
    }
  }

  /** What keeps runs from being started, a sentence for people; empty when nothing does. */
  public Optional<String> trouble() {
    if (database.down()) {
      return Optional.of("Airflow 的数据库不正常。 Airflow's database is unhealthy.");
    }
    if (!scheduler.down()) {
      return Optional.empty();
    }
    Instant since = scheduler.heartbeat();
    String when = since == null ? "?" : ShanghaiClock.of(since);
    return Optional.of(
        "Airflow 的调度器停了（自 "
            + when
            + "），运行没有失败，调度器恢复后会继续。 scheduler down since "
            + when
            + "; start it: airflow scheduler.");
  }

  static Health of(JsonNode node) {
    return new Health(
        part(node, "metadatabase", null, true),
        part(node, "scheduler", "latest_scheduler_heartbeat", true),
        part(node, "dag_processor", "latest_dag_processor_heartbeat", false));
  }

  private static Part part(
      JsonNode node, String name, @Nullable String heartbeat, boolean required) {
    JsonNode part = node.path(name);
    String status = Json.textOrNull(part, "status");
    if (status == null && required) {
      throw new Json.Unexpected("no status of '" + name + "' in the answer");
    }
    return new Part(
        status == null ? null : status.equals("healthy"),
        heartbeat == null ? null : Json.instantOrNull(part, heartbeat));
  }
}
