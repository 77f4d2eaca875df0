package hallmetrics.command;

import hallmetrics.fault.ExitStatus;
import hallmetrics.publish.PublishVisit;
import hallmetrics.time.Period;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes a period by hand. */
@Command(
    name = "publish",
    description = "发布一个周期的新版；数字没有变化则不出新版。Publishes a period.",
    footer = {
      "",
      "例：hall publish --conf conf/mycity --period 2026-10",
      "    hall publish --conf conf/mycity --period 2026-10 --reason 补收热线工单"
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

  PublishVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.say(
        new PublishVisit(site.workplace(), site.patience(), new Watching(terminal))
            .period(Objects.requireNonNull(period), reason)
            .sentence());
    return ExitStatus.DONE.code();
  }
}
