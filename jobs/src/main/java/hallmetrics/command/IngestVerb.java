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
import picocli.CommandLine.Parameters;

/** Reads files without publishing a day. */
@Command(
    name = "ingest",
    description = "入库：读入指定文件，或各来源全部未读文件，不发布日版。Reads files, publishes nothing.",
    footer = {"", "例：hall ingest --conf conf/mycity --source hotline 报送/工单.csv --as-of 2026-10-31"},
    mixinStandardHelpOptions = true)
final class IngestVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(names = "--source", paramLabel = "NAME", description = "只读这个来源。Only this source.")
  private @Nullable String source;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = Periods.Day.class,
      description = "这些文件截至哪一天。The day the files speak for.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--accept-gate",
      paramLabel = "NAME",
      description = "人工确认放行某道闸门。Lets a gate pass, on record.")
  private List<String> accepted = List.of();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "要读的文件。Files to read.")
  private List<Path> files = List.of();

  IngestVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Diary diary = new Diary("ingest", null, Clock.systemUTC(), new Watching(terminal));
    return new NightCommand(terminal, diary, null).run(() -> request(diary));
  }

  private NightRequest request(Diary diary) {
    return new NightRequest(
        site.workplace(),
        "ingest",
        null,
        files,
        source,
        asOf,
        Set.copyOf(accepted),
        false,
        site.patience(),
        Clock.systemUTC(),
        diary);
  }
}
