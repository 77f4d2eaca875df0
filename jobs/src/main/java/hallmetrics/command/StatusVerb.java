package hallmetrics.command;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.journal.NightJson;
import hallmetrics.journal.NightRecord;
import hallmetrics.status.DayStatus;
import hallmetrics.status.Status;
import hallmetrics.status.StatusJob;
import hallmetrics.status.StatusJson;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the nights went and what comes next. */
@Command(
    name = "status",
    description = "最近几晚怎样、缺什么、下一晚做什么；不启动 Spark。How the nights went and what comes next.",
    footer = {
      "",
      "例：hall status --conf conf/mycity",
      "    hall status --conf conf/mycity --date 2026-10-31 --format json",
      "    hall status --conf conf/mycity --launch 7f3a"
    },
    mixinStandardHelpOptions = true)
final class StatusVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(
      names = "--date",
      paramLabel = "DAY",
      converter = Periods.Day.class,
      description = "只看这个业务日：结果，应到的报送到了没有。Only this business date.")
  private @Nullable LocalDate date;

  @Option(
      names = "--launch",
      paramLabel = "ID",
      description = "打印这次启动（hall.launch）的记录，并以其退出码结束。The record of a launch.")
  private @Nullable String launch;

  @Option(names = "--nights", paramLabel = "N", description = "最近几晚，默认 7。How many nights.")
  private int nights = 7;

  @Option(names = "--format", paramLabel = "F", description = "text 或 json，默认 text。")
  private String format = "text";

  StatusVerb(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (!format.equals("text") && !format.equals("json")) {
      throw HallException.of("format-unknown", ExitStatus.USAGE, "只能打印成 text 或 json，实为 " + format)
          .next("看 hall status --help。")
          .build();
    }
    StatusJob job = new StatusJob(site.workplace(), clock, System.getenv());
    boolean json = format.equals("json");
    if (launch != null) {
      NightRecord record = job.launched(launch);
      say(json ? List.of(NightJson.text(record).strip()) : record.lines());
      return record.exitStatus();
    }
    if (date != null) {
      DayStatus day = job.of(date);
      say(json ? List.of(StatusJson.text(day)) : StatusPrint.lines(day));
    } else {
      Status status = job.now(nights);
      say(json ? List.of(StatusJson.text(status)) : StatusPrint.lines(status));
    }
    HallException damage = job.damage().orElse(null);
    if (damage != null) {
      throw damage;
    }
    return ExitStatus.DONE.code();
  }

  private void say(List<String> lines) {
    lines.forEach(terminal::say);
  }
}
