package hallmetrics.command;

import hallmetrics.night.Diary;
import hallmetrics.night.NightRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb of the night. */
@Command(
    name = "nightly",
    description = "跑一晚：读入未读的报送，计数，定案，发布日版（到关账日还发布上月）。Runs one night.",
    footer = {
      "",
      "例：hall nightly --conf conf/mycity --date 2026-10-31",
      "    hall nightly --conf conf/mycity --date 2026-10-31 --dry-run",
      "    hall nightly --conf conf/mycity --date 2026-10-31 --record night.json"
    },
    mixinStandardHelpOptions = true)
final class NightlyVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(
      names = "--date",
      paramLabel = "DAY",
      required = true,
      converter = Periods.Day.class,
      description = "业务日期。The business date.")
  private LocalDate date = LocalDate.EPOCH;

  @Option(
      names = "--dry-run",
      description = "全部做一遍但不定案，说哪些已发布的数会不同。Decide nothing, tell what would change.")
  private boolean dryRun;

  @Option(
      names = "--accept-gate",
      paramLabel = "NAME",
      description = "人工确认放行某道闸门，会记录在案。Lets a gate pass, on record.")
  private List<String> accepted = List.of();

  @Option(
      names = RecordFile.OPTION,
      paramLabel = "FILE",
      description = "把本晚的运行记录（JSON）也写到这个文件，没跑成也写。Also writes the record there.")
  private @Nullable Path record;

  NightlyVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Diary diary = new Diary("nightly", date, Clock.systemUTC(), new Watching(terminal));
    return new NightCommand(terminal, diary, record).run(() -> request(diary));
  }

  private NightRequest request(Diary diary) {
    return new NightRequest(
        site.workplace(),
        "nightly",
        date,
        List.of(),
        null,
        null,
        Set.copyOf(accepted),
        dryRun,
        site.patience(),
        Clock.systemUTC(),
        diary);
  }
}
