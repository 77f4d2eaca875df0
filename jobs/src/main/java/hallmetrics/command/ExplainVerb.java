package hallmetrics.command;

import hallmetrics.explain.ExplainJob;
import hallmetrics.explain.Question;
import hallmetrics.explain.RecordRow;
import hallmetrics.fault.ExitStatus;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a figure down to the lines of the files it was counted from. */
@Command(
    name = "explain",
    description = "一个数从哪里来：口径、分子分母、每条记录在哪份文件哪一行。Where a figure comes from.",
    footer = {
      "",
      "例：hall explain praise_rate --conf conf/mycity --period 2026-10 --region 360702",
      "    hall explain 差评数 --conf conf/mycity --period 2026-10-31 --hall H360702 --csv 明细.csv"
    },
    mixinStandardHelpOptions = true)
final class ExplainVerb implements Callable<Integer> {
  private static final List<String> HEAD =
      List.of("编号", "计入日", "计入值", "来源", "报送文件", "行", "结局", "关联");

  private final Terminal terminal;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Parameters(paramLabel = "METRIC", description = "指标的英文名、编码或名称。The metric.")
  private String metric = "";

  @Option(
      names = "--period",
      paramLabel = "P",
      required = true,
      converter = Periods.Converter.class,
      description = "周期，如 2026-10、2026-10-31。The period.")
  private @Nullable Period period;

  @ArgGroup private @Nullable Place place;

  @Option(
      names = "--split",
      paramLabel = "NAME=VALUE",
      description = "只看一个细分值，如 channel=QR。One value of a split.")
  private @Nullable String split;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "把全部记录写成 CSV 文件。Writes all records to a file.")
  private @Nullable Path csv;

  /** At most one place; none is the whole city. */
  static final class Place {
    @Option(names = "--region", paramLabel = "ID", description = "区划的编号或名称。A region.")
    private @Nullable String region;

    @Option(names = "--org", paramLabel = "ID", description = "部门的代码或名称。An office.")
    private @Nullable String org;

    @Option(names = "--hall", paramLabel = "ID", description = "大厅的编号或名称。A hall.")
    private @Nullable String hall;

    @Option(names = "--window", paramLabel = "ID", description = "窗口的编号。A window.")
    private @Nullable String window;

    @Option(names = "--item", paramLabel = "ID", description = "事项的编码。An item.")
    private @Nullable String item;

    private Map<String, String> given() {
      Map<String, String> given = new TreeMap<>();
      put(given, "REGION", region);
      put(given, "ORG", org);
      put(given, "HALL", hall);
      put(given, "WINDOW", window);
      put(given, "ITEM", item);
      return given;
    }

    private static void put(Map<String, String> given, String scope, @Nullable String id) {
      if (id != null) {
        given.put(scope, id);
      }
    }
  }

  ExplainVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Workplace workplace = site.workplace();
    Map<String, String> given = place == null ? Map.of() : place.given();
    String scope = given.keySet().stream().findFirst().orElse(Question.ALL);
    Question question =
        Question.of(
            workplace.site(),
            metric,
            Objects.requireNonNull(period),
            scope,
            given.getOrDefault(scope, ""));
    String cut = split;
    new ExplainJob(workplace, cut == null ? question : question.at(cut), csv).run(this::print);
    return ExitStatus.DONE.code();
  }

  private void print(ExplainJob.Chapter chapter) {
    chapter.lines().forEach(terminal::say);
    if (!chapter.records().isEmpty()) {
      Columns.lines(HEAD, chapter.records().stream().map(ExplainVerb::cells).toList())
          .forEach(terminal::say);
    }
  }

  private static List<String> cells(RecordRow row) {
    String linked =
        row.linkedNumber() == null
            ? ""
            : row.linkedNumber() + "，" + row.linkedFile() + " 第 " + row.linkedLine() + " 行";
    return List.of(
        row.number(),
        row.countedOn(),
        row.adds() == null
            ? ""
            : BigDecimal.valueOf(row.adds()).stripTrailingZeros().toPlainString(),
        row.source(),
        row.file(),
        Long.toString(row.line()),
        row.fate().equals("ACCEPTED") ? "入账" : "重复（内容未变的新版）",
        linked);
  }
}
