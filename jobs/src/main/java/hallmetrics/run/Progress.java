package hallmetrics.run;

/** Tells whoever waits how far a run is: a bar on a terminal, else one log line a stage. */
public interface Progress {
  /** For callers nobody watches. */
  Progress SILENT = (stage, detail) -> {};

  /**
   * A stage begins.
   *
   * @param stage what is being done (Chinese)
   * @param detail how much of it; may be empty
   */
  void stage(String stage, String detail);
}
