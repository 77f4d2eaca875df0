package hallmetrics.command;

import hallmetrics.edition.Editions;
import hallmetrics.fault.ExitStatus;
import hallmetrics.publish.LeftBehind;
import hallmetrics.publish.PublishVisit;
import hallmetrics.publish.RebuildVisit;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes a period by hand. */
@Command(
    name = "publish",
    description = {
      "发布一个已结束的周期（日、月、季、年等）的新版；数字没有变化则不出新版。Publishes a period that is over.",
      "加 --rebuild --edition N 则按标签重算已发布的第 N 版并比较，不发布任何东西。"
    },
    footer = {
      "",
      "例：hall publish --conf conf/mycity --period 2026-10",
      "    hall publish --conf conf/mycity --period 2026-10 --reason 补收热线工单",
      "    hall publish --conf conf/mycity --period 2026-10 --rebuild --edition 1"
    },
    mixinStandardHelpOptions = true)
final class PublishVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(
      names = "--period",
      paramLabel = "P",
      required = true,
      converter = Periods.Converter.class,
      description = "周期，如 2026-10、2026-Q3、2026。The period.")
  private @Nullable Period period;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "再版理由，第2版起必填。Why, from the second edition on.")
  private @Nullable String reason;

  @Option(
      names = "--rebuild",
      description = "重算一版：版内的 conf.zip、打过标签的台账；结果在 rebuilt/。Computes an edition again.")
  private boolean rebuild;

  @Option(
      names = "--edition",
      paramLabel = "N",
      description = "要重算的版次，与 --rebuild 同用。The edition to compute again.")
  private @Nullable Integer edition;

  @Spec private CommandSpec spec = CommandSpec.create();

  PublishVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Period asked = Objects.requireNonNull(period);
    Integer which = edition;
    if (rebuild != (which != null)) {
      throw wrong("--rebuild 与 --edition N 须同时写。 Both or neither.");
    }
    if (which == null) {
      Workplace workplace = site.workplace();
      terminal.say(
          new PublishVisit(workplace, site.patience(), new Watching(terminal))
              .period(asked, reason)
              .sentence());
      List<String> behind = LeftBehind.of(new Editions(workplace.store().folder()));
      if (!behind.isEmpty()) {
        terminal.say(LeftBehind.WHAT + "：" + String.join("；", behind) + "。" + LeftBehind.NEXT);
      }
    } else if (reason != null) {
      throw wrong("重算不发布新版，不用 --reason。 A rebuild takes no reason.");
    } else {
      new RebuildVisit(site.workplace(), new Watching(terminal)).run(asked, which, terminal::say);
    }
    return ExitStatus.DONE.code();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
