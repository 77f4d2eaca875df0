package hallmetrics.airflow;

/** Bodies as a real Airflow 3.3.2 gave them. */
final class Recorded {
  static final String VERSION = "{\"version\":\"3.3.2\",\"git_version\":\".release:aa19d2d\"}";

  static final String HEALTH =
      """
      {"metadatabase":{"status":"healthy"},
       "scheduler":{"status":"healthy","latest_scheduler_heartbeat":"2026-11-23T22:48:23.735485+00:00"},
       "triggerer":{"status":"unhealthy","latest_triggerer_heartbeat":null},
       "dag_processor":{"status":"healthy","latest_dag_processor_heartbeat":"2026-11-23T22:48:20.1+00:00"}}
      """;

  static final String RUN =
      """
      {"dag_run_id":"nightly__2026-10-30","dag_id":"hall_nightly","logical_date":"2026-10-30T16:30:00Z",
       "queued_at":"2026-11-23T22:49:47.208392Z","start_date":null,"end_date":null,"duration":null,
       "data_interval_start":"2026-10-30T16:30:00Z","data_interval_end":"2026-10-30T16:30:00Z",
       "run_after":"2026-11-23T22:49:47.196917Z","last_scheduling_decision":null,"run_type":"manual",
       "state":"queued","triggered_by":"rest_api","triggering_user_name":"admin",
       "conf":{"business_date":"2026-10-30"},"note":"hall airflow trigger","dag_versions":[],
       "bundle_version":null,"dag_display_name":"hall_nightly","partition_key":null,"partition_date":null}
      """;

  static final String DAG =
      """
      {"dag_id":"hall_nightly","dag_display_name":"hall_nightly","is_paused":false,"is_stale":false,
       "has_import_errors":false,"start_date":"2026-09-30T16:00:00Z","timezone":"Asia/Shanghai",
       "max_active_runs":1,"params":{}}
      """;

  static final String LOG =
      """
      {"content":[{"event":"::group::Log message source details"},
       {"event":"读入 3 份报送","timestamp":"2026-11-23T22:50:01Z","level":"info"},
       {"event":"Task failed with exception","timestamp":"2026-11-23T22:50:02Z","level":"error",
        "error_detail":[{"exc_type":"RuntimeError","exc_value":"好评率 denominator is zero","frames":[]}]}],
       "continuation_token":null}
      """;

  static final String CONFLICT =
      """
      {"detail":{"reason":"Unique constraint violation","statement":"hidden","orig_error":"hidden",
       "message":"Serious error when handling your request. Check logs for more details with ID MYBOSVU5"}}
      """;

  static final String INVALID =
      """
      {"detail":[{"type":"missing","loc":["body","logical_date"],"msg":"Field required",
       "input":{"password":"correct-horse-battery"}}]}
      """;

  static final String HTML =
      "<html><head><title>503 Service Temporarily Unavailable</title></head><body>nginx</body></html>";

  static final String NO_RUN =
      "{\"detail\":\"The DagRun with dag_id: `hall_nightly` was not found\"}";
  static final String NONE = "{\"dag_runs\":[],\"total_entries\":0}";

  private Recorded() {}
}
