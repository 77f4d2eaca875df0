package hallmetrics.airflow;

/** The states of a DAG run. */
public enum RunState {
  QUEUED,
  RUNNING,
  SUCCESS,
  FAILED;

  /** Whether nothing more will happen by itself. */
  public boolean finished() {
    return this == SUCCESS || this == FAILED;
  }

  static RunState of(String text) {
    return switch (text) {
      case "queued" -> QUEUED;
      case "running" -> RUNNING;
      case "success" -> SUCCESS;
      case "failed" -> FAILED;
      default -> throw new Json.Unexpected("unknown state of a run: '" + text + "'");
    };
  }

  @Override
  public String toString() {
    return switch (this) {
      case QUEUED -> "排队 queued";
      case RUNNING -> "运行中 running";
      case SUCCESS -> "成功 success";
      case FAILED -> "失败 failed";
    };
  }
}
