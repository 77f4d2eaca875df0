package hallmetrics.command;

import hallmetrics.fault.ExitStatus;
import hallmetrics.retention.KeptDelivery;
import hallmetrics.retention.RetentionJob;
import hallmetrics.text.Numbers;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists, and only when told removes, kept deliveries past their retention. */
@Command(
    name = "purge",
    description = "列出超过保留期的原始报送；加 --delete 才删除。Deliveries past retention; --delete removes them.",
    footer = {"", "例：hall purge --conf conf/mycity", "    hall purge --conf conf/mycity --delete"},
    mixinStandardHelpOptions = true)
final class PurgeVerb implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Terminal terminal;
  private final Clock clock;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(names = "--delete", description = "删除列出的文件，并记入 deliveries/removed.csv。Removes them.")
  private boolean delete;

  PurgeVerb(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    RetentionJob job = new RetentionJob(site.workplace(), clock);
    List<KeptDelivery> files = delete ? job.remove(site.patience()) : job.expired();
    files.stream()
        .limit(SHOWN)
        .forEach(
            one ->
                terminal.say(
                    one.received()
                        + "  "
                        + Numbers.count(one.bytes())
                        + " 字节  "
                        + one.file().getFileName()));
    if (files.size() > SHOWN) {
      terminal.say("…… 另有 " + (files.size() - SHOWN) + " 份");
    }
    terminal.say(last(job, files.size()));
    return ExitStatus.DONE.code();
  }

  private String last(RetentionJob job, int files) {
    if (files == 0) {
      return job.keptFrom() + " 以前没有留存的原始报送，无需清理。 Nothing is past its retention.";
    }
    return delete
        ? "已删除 " + files + " 份，记在 deliveries/removed.csv。 Removed " + files + " deliveries."
        : job.keptFrom() + " 以前收到的有 " + files + " 份，已过保留期；加 --delete 删除。 Nothing was removed.";
  }
}
