package hallmetrics.command;

import hallmetrics.catalogue.Metric;
import hallmetrics.demo.Delivered;
import hallmetrics.demo.DemoCity;
import hallmetrics.demo.DemoConf;
import hallmetrics.demo.DemoPlan;
import hallmetrics.demo.TruthCheck;
import hallmetrics.demo.TruthRow;
import hallmetrics.edition.CsvTable;
import hallmetrics.edition.Editions;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.night.NightJob;
import hallmetrics.night.NightReport;
import hallmetrics.night.NightRequest;
import hallmetrics.publish.PublishVisit;
import hallmetrics.publish.Published;
import hallmetrics.run.Beside;
import hallmetrics.run.Progress;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The first five minutes: a made-up city, delivered as real files, run night by night. */
@Command(
    name = "demo",
    description = "造一座虚构的城市，按真实样子报送，跑完最后七晚并出通报包。A made-up city from file to page.",
    footer = {"", "例：hall demo", "    hall demo --out /tmp/demo --scale 0.1"},
    mixinStandardHelpOptions = true)
final class DemoVerb implements Callable<Integer> {
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
  private static final int NIGHTS = 7;
  private static final String MARK = ".hall-demo";

  private static final Map<String, String> VERDICTS =
      Map.of("FOUND", "找到了", "MISSING", "没有找到", "OTHER", "并未埋设");

  private final Terminal terminal;

  @Option(names = "--out", paramLabel = "DIR", description = "写到哪里，默认 demo-output。Where to write.")
  private Path out = Path.of("demo-output");

  @Option(names = "--seed", paramLabel = "N", description = "随机种子，默认 ${DEFAULT-VALUE}。The seed.")
  private long seed = DemoCity.SEED;

  @Option(
      names = "--scale",
      paramLabel = "SHARE",
      description = "规模，默认 1；0.1 为十分之一。How much of the city.")
  private double scale = 1;

  @Option(
      names = "--realistic",
      description = "差评率取真实水平（每十万件约 12 件）。Bad ratings as rare as in life.")
  private boolean realistic;

  DemoVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Progress progress = new Watching(terminal);
    Path root = out.toAbsolutePath().normalize();
    clear(root);
    progress.stage("生成报送文件", "种子 " + seed);
    Path conf = realistic ? DemoConf.layOutRealistic(root) : DemoConf.layOut(root);
    DemoPlan plan = realistic ? DemoPlan.realistic() : DemoPlan.demo();
    if (scale != 1) {
      plan = plan.withScale(scale);
    }
    Workplace workplace =
        Workplace.open(conf, root.resolve("inbox"), root.resolve("store").toString());
    Beside<SparkSession> session =
        Beside.start("session", () -> Sessions.start(workplace.store(), Map.of()));
    Delivered delivered = new DemoCity(conf, seed, plan).deliver(root.resolve("inbox"));
    session.get();
    for (int back = NIGHTS; back >= 0; back--) {
      night(workplace, LAST.minusDays(back), progress);
    }
    Period month = Period.parse("2026-10");
    Published published = new PublishVisit(workplace, Duration.ZERO, progress).period(month, null);
    terminal.say(published.sentence());
    finish(root, delivered, workplace, month);
    return ExitStatus.DONE.code();
  }

  private void night(Workplace workplace, LocalDate day, Progress progress) {
    terminal.say("—— " + day + " 的夜里 ——");
    NightReport report =
        new NightJob(NightRequest.nightly(workplace, day, Clock.systemUTC(), progress)).run();
    report.lines().forEach(terminal::say);
  }

  private void finish(Path root, Delivered delivered, Workplace workplace, Period month) {
    terminal.say("");
    terminal.say("这座城市里埋了这些事，通报包应当找得到，也不应当说别的：");
    Path store = workplace.store().folder();
    Editions editions = new Editions(store);
    Path edition = editions.current(month.toString()).orElseThrow();
    List<TruthRow> truths = TruthCheck.of(delivered, root.resolve("inbox"), edition);
    CsvTable.write(root.resolve("truths.csv"), TruthRow.class, truths);
    for (TruthRow truth : truths) {
      terminal.say(
          "  · " + VERDICTS.get(truth.verdict()) + "：" + truth.what() + by(truth, workplace));
    }
    Path morning = editions.current(LAST.toString()).orElseThrow();
    terminal.say("");
    terminal.say("期限清单 due list   " + morning.resolve("due.csv"));
    terminal.say("通报包 pack (PDF)   " + edition.resolve("pack.pdf"));
    terminal.say("通报包 pack (HTML)  " + edition.resolve("pack.html"));
  }

  /** The figure a truth is about, by the name readers know. */
  private static String by(TruthRow truth, Workplace workplace) {
    String id = truth.metric();
    Metric metric = id == null ? null : workplace.site().catalogue().metric(id, LAST);
    return metric == null ? "" : "（" + metric.title() + "）";
  }

  /** Only a folder that an earlier demo made is emptied; its key stays. */
  private static void clear(Path root) {
    try {
      if (Files.isDirectory(root) && !Files.exists(root.resolve(MARK)) && !empty(root)) {
        throw HallException.of("demo-folder-taken", ExitStatus.USAGE, "目录里已有别的内容，演示不会动它")
            .english("the folder is not empty and no demo made it")
            .where(root.toString())
            .next("换一个目录：hall demo --out 新目录。")
            .build();
      }
      Files.createDirectories(root);
      Files.writeString(root.resolve(MARK), "made by hall demo\n");
      for (String made : List.of("inbox", "store", "conf")) {
        FileUtils.deleteDirectory(root.resolve(made).toFile());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
