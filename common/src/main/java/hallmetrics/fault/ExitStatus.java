package hallmetrics.fault;

/** Exit statuses of every verb, the same under {@code java -jar} and {@code spark-submit}. */
public enum ExitStatus {
  /** Done, or nothing new to do. */
  DONE(0),
  /** The command line or the configuration is wrong; no data was touched. */
  USAGE(2),
  /** A delivery or a night was refused by the product; nothing is lost. */
  REFUSED(3),
  /** An outside system failed, or another run holds the store. */
  OUTSIDE(4),
  /** Our fault. */
  OURS(5);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The process exit code. */
  public int code() {
    return code;
  }
}
