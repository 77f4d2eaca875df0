package hallmetrics.night;

import hallmetrics.fault.ExitStatus;
import hallmetrics.ingest.GateFinding;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.journal.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * A night tried out ({@code --dry-run}): what it copies and explains goes into a folder aside that
 * is gone afterwards, so that neither a run nor a delivery nor a refusal of it stays in the store.
 */
final class Trial {
  private static final String ASIDE = "trial";

  private Trial() {}

  /** Where a night keeps deliveries and explains refusals: the store, or aside when tried out. */
  static Path root(NightRequest request) {
    Path store = request.workplace().store().folder();
    return request.dryRun() ? store.resolve(ASIDE) : store;
  }

  /** Removes what a trial left, also one that was killed. The caller holds the store's lock. */
  static void sweep(NightRequest request) {
    if (!request.dryRun()) {
      return;
    }
    try {
      FileUtils.deleteDirectory(root(request).toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What a person reads of a trial that a gate would refuse. */
  static NightReport refused(GateFinding finding, IngestOutcome outcome, List<String> lines) {
    String gate = finding.gate().name();
    String cause = Barred.cause(finding, outcome);
    lines.addAll(Summary.rejected(outcome, Advice.CHECK));
    lines.add(cause + "下一步：" + finding.gate().next());
    lines.add("试运行结束，什么也没有写入；正式运行会被拦下。 Dry run: gate " + gate + " would refuse this night.");
    return new NightReport(ExitStatus.REFUSED, Outcome.DRY_RUN, gate, cause, lines, List.of());
  }
}
