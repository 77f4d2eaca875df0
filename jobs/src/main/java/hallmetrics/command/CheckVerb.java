package hallmetrics.command;

import hallmetrics.check.ConfCheck;
import hallmetrics.check.ConfCheck.Listing;
import hallmetrics.check.FileCheck;
import hallmetrics.check.FileReading;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.record.RefusedException;
import hallmetrics.record.SourceDraft;
import hallmetrics.run.Workplace;
import hallmetrics.source.SourceSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the configuration, or one file against its source. */
@Command(
    name = "check",
    description = "核对配置（全部问题一次列出），或核对一份文件会被怎样读入。Checks the conf, or how a file is read.",
    footer = {
      "",
      "例：hall check --conf conf/mycity",
      "    hall check --conf conf/mycity 报送/pj_20261031.csv",
      "    hall check --conf conf/mycity --source city-evaluation 桌面/评价.csv"
    },
    mixinStandardHelpOptions = true)
final class CheckVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(names = "--source", paramLabel = "NAME", description = "文件属于哪个来源。The file's source.")
  private @Nullable String source;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "要核对的文件；不写则核对配置。A file; else the configuration.")
  private @Nullable Path file;

  CheckVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Workplace workplace = site.workplace();
    Path asked = file;
    return asked == null ? conf(workplace) : file(new FileCheck(workplace, asked));
  }

  private int conf(Workplace workplace) {
    ConfCheck check = new ConfCheck(workplace);
    check.expressions();
    print(check.definitions());
    terminal.say("");
    print(check.sources());
    List<String> strays = check.strays();
    if (!strays.isEmpty()) {
      terminal.say("");
      terminal.say("报送目录里不属于任何来源的文件，不会被读入：");
      strays.forEach(stray -> terminal.say("  " + stray));
    }
    List<String> twice = check.claimedTwice();
    if (!twice.isEmpty()) {
      terminal.say("");
      terminal.say("几个来源都认领的文件，一份只由一个来源读入（把它们的 location 写得不重叠）：");
      twice.forEach(file -> terminal.say("  " + file));
    }
    end(check, workplace);
    return ExitStatus.DONE.code();
  }

  private void end(ConfCheck check, Workplace workplace) {
    terminal.say("");
    List<String> without = check.without();
    if (!without.isEmpty()) {
      terminal.say("还没有文件的来源：" + String.join("、", without) + "。");
    }
    terminal.say("配置没有问题：" + workplace.site().conf() + "。 The configuration is in order.");
    String missing =
        check
            .missingInbox()
            .map(
                folder ->
                    "但报送目录不存在："
                        + folder
                        + "，现在运行 nightly 会停下 [no-inbox]。下一步：建好目录，或改 site.yaml 的 inbox。")
            .orElse("下一步：hall check 文件 核对一份报送，或 hall nightly --date 日期。");
    terminal.say(missing);
  }

  private void print(Listing listing) {
    Columns.lines(listing.head(), listing.rows()).forEach(terminal::say);
  }

  private int file(FileCheck check) {
    List<String> claiming = check.claiming();
    if (claiming.size() > 1) {
      terminal.say(
          "几个来源都认领这份文件："
              + String.join("、", claiming)
              + "；夜里由 "
              + claiming.get(0)
              + " 读入。下一步：把它们的 location 写得不重叠。");
    }
    Optional<SourceSpec> known = check.source(source);
    try {
      if (known.isPresent()) {
        SourceSpec one = known.get();
        FileReading reading = check.read(one);
        PreviewPrint.lines(check.name(), one, check.schema(one), reading).forEach(terminal::say);
        terminal.say(CheckVerdict.of(check.name(), one, reading));
        return ExitStatus.DONE.code();
      }
      return draft(check);
    } catch (RefusedException refused) {
      throw HallException.of(refused.code(), ExitStatus.REFUSED, "这份文件会被整份退回：" + refused.sentence())
          .english("the file would be refused as a whole")
          .where(check.name() + (refused.position().isEmpty() ? "" : "，" + refused.position()))
          .next("请报送方改正后重报；若是来源配置写错，改 sources/ 里的 yaml。")
          .build(refused);
    }
  }

  private int draft(FileCheck check) {
    SourceDraft draft =
        check
            .draft()
            .orElseThrow(
                () ->
                    HallException.of("source-unknown", ExitStatus.USAGE, "没有来源认得这份文件，表头也不像任何一张表")
                        .english("no source matches the file and no table resembles it")
                        .where(check.name())
                        .next("照 conf/template/sources 里的样子写一个来源；新的业务先在 catalogue/ 里定义一张表。")
                        .build());
    terminal.say("没有来源认得这份文件，夜里不会读它。按表头看像“" + draft.table() + "”，下面是来源配置的草稿：");
    terminal.say("");
    draft.yaml().lines().forEach(terminal::say);
    terminal.say("");
    if (!draft.missing().isEmpty()) {
      terminal.say("必填而没有找到的列：" + String.join("、", draft.missing()));
    }
    List<String> same = check.sourcesInto(draft.table());
    if (!same.isEmpty()) {
      terminal.say("进同一张表的来源已有：" + String.join("、", same) + "；这份若是其中之一的文件，用 --source 指明，不必另建。");
    }
    terminal.say(
        "下一步：存为 sources/"
            + draft.name()
            + ".yaml，逐行核对后运行 hall check --source "
            + draft.name()
            + " 文件。 A draft; check every line.");
    return ExitStatus.DONE.code();
  }
}
