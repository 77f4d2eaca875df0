package hallmetrics.airflow;

/** Hears of a run while it is watched. */
public interface Onlooker {
  /**
   * Something moved.
   *
   * @param what a task or the run
   * @param how its state
   */
  void moved(String what, String how);

  /** Something is wrong with Airflow that may pass; a sentence for people, without secrets. */
  void trouble(String sentence);
}
