package hallmetrics.command;

import hallmetrics.doctor.DoctorJob;
import hallmetrics.doctor.Finding;
import hallmetrics.doctor.Surroundings;
import hallmetrics.fault.ExitStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether everything is in order. */
@Command(
    name = "doctor",
    description = "体检：环境、配置、数据仓与已发布各版是否完好。Checks surroundings, site, store, editions.",
    footer = {"", "例：hall doctor --conf conf/mycity", "    hall doctor --conf conf/mycity --deep"},
    mixinStandardHelpOptions = true)
final class DoctorVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(
      names = "--deep",
      description = "再通读台账：不认识的代码、改期过远的记录（要启动 Spark）。Also reads the whole ledger.")
  private boolean deep;

  DoctorVerb(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>(Surroundings.look());
    findings.forEach(this::say);
    new DoctorJob(site.workplace(), clock, System.getenv(), deep)
        .run(
            finding -> {
              findings.add(finding);
              say(finding);
            });
    ExitStatus status = DoctorJob.status(findings);
    terminal.say(last(status, findings));
    return status.code();
  }

  private void say(Finding finding) {
    finding.lines().forEach(terminal::say);
  }

  private static String last(ExitStatus status, List<Finding> findings) {
    long notes = findings.stream().filter(one -> one.level() == Finding.Level.NOTE).count();
    return switch (status) {
      case REFUSED -> "有内容损坏，见上面标“损坏”的各条；修好前不要发布。 Something stored is damaged.";
      case USAGE -> "有配置要改，见上面标“配置”的各条。 Something must be configured.";
      default ->
          notes == 0
              ? "一切正常。 All is well."
              : "没有问题，有 " + notes + " 条提醒。 All is well, with " + notes + " note(s).";
    };
  }
}
