package hallmetrics.catalogue;

/** The age of an open duty in working days, as the split {@code age} of a STOCK prints it. */
public enum AgeBand {
  /** At most five working days. */
  UP_TO_5("0-5", "5个工作日以内"),
  /** Six to fifteen working days. */
  UP_TO_15("6-15", "6至15个工作日"),
  /** More than fifteen working days. */
  OVER_15("16+", "15个工作日以上");

  private final String value;
  private final String title;

  AgeBand(String value, String title) {
    this.value = value;
    this.title = title;
  }

  /** The split value stored in figures. */
  public String value() {
    return value;
  }

  /** What a reader calls it. */
  public String title() {
    return title;
  }

  /** The band of an age in whole working days; a negative age counts as 0. */
  public static AgeBand of(int workingDays) {
    if (workingDays <= 5) {
      return UP_TO_5;
    }
    return workingDays <= 15 ? UP_TO_15 : OVER_15;
  }
}
