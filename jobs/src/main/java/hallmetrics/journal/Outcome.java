package hallmetrics.journal;

/** How a night ended. */
public enum Outcome {
  /** Decided, and everything due is published. */
  PUBLISHED("已发布"),
  /** The same, but some files were refused and stay out. */
  PUBLISHED_WITH_REFUSED("已发布，有退回的文件"),
  /** Decided; a reading by hand publishes nothing. */
  INGESTED("已入库"),
  /** The same, but some files were refused and stay out. */
  INGESTED_WITH_REFUSED("已入库，有退回的文件"),
  /** A gate refused the whole night: nothing was decided or published. */
  REFUSED_BY_GATE("被闸门拦下"),
  /** Everything was done before; nothing was decided. */
  NOTHING_NEW("没有新内容"),
  /** Tried out; nothing was decided. */
  DRY_RUN("试运行"),
  /** A fault ended it; what was decided or published before the fault stands. */
  FAILED("出错");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** What a person reads (Chinese). */
  public String label() {
    return label;
  }

  /** Whether the editions of the night's date stand. */
  public boolean published() {
    return this == PUBLISHED || this == PUBLISHED_WITH_REFUSED;
  }
}
