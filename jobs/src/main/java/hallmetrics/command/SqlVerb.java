package hallmetrics.command;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.query.QueryJob;
import hallmetrics.run.Workplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One read-only Spark SQL query over the decided night and the published editions. */
@Command(
    name = "sql",
    description = "用 Spark SQL 查询已入库的台账与已发布的各版，只读。A read-only query.",
    footer = {
      "",
      "视图 views：",
      "  evaluation service_case …  台账各表（每条记录的最新版本）the ledger, latest versions",
      "  daily runs deliveries fates quarantine  按日计数、各晚、报送、结局、退回 control tables",
      "  edition_metrics edition_rankings edition_fates edition_restatements edition_score",
      "  edition_due edition_claims  各周期现行版，有 period、edition 两列 current editions",
      "  edition_metrics_all …  全部版次，另有 is_current 列 every edition",
      "  editions  各版的理由、截至日、数字指纹 what was published",
      "函数 functions：working_days_between working_days_after due local_day place_region place_name …",
      "",
      "例：hall sql --conf conf/mycity \"select state, count(*) from deliveries group by state\"",
      "    hall sql --conf conf/mycity -f 查询.sql --format csv --out 结果.csv",
      "    hall sql --conf conf/mycity --tables"
    },
    mixinStandardHelpOptions = true)
final class SqlVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Parameters(paramLabel = "QUERY", arity = "0..1", description = "一条查询；或用 -f 给文件。The query.")
  private @Nullable String query;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "从文件读查询（UTF-8）。Reads the query from a file.")
  private @Nullable Path file;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "table、csv 或 parquet；默认 table，有 --out 时 csv。")
  private @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description = "csv 写成一个文件，parquet 写成一个目录；都不覆盖已有的。A new file or folder.")
  private @Nullable String out;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "最多几行；终端表格默认 50，最多 10000。At most so many rows.")
  private @Nullable Integer limit;

  @Option(names = "--tables", description = "列出全部视图与列。Lists all views and columns.")
  private boolean tables;

  SqlVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Workplace workplace = site.workplace();
    if (tables) {
      new QueryJob(workplace)
          .views()
          .forEach((name, columns) -> terminal.say(name + "\n    " + String.join(", ", columns)));
      return ExitStatus.DONE.code();
    }
    String text = text();
    AnswerPrint print = AnswerPrint.of(terminal, workplace, format, out, limit);
    new QueryJob(workplace).run(text, print);
    return ExitStatus.DONE.code();
  }

  private String text() {
    Path from = file;
    String given = query;
    if ((from == null) == (given == null)) {
      throw AnswerPrint.wrong("sql-missing", "要给一条查询，写在引号里，或用 -f 给一个文件（只能其一）");
    }
    String text = from == null ? String.valueOf(given) : read(from);
    if (text.isBlank()) {
      throw AnswerPrint.wrong("sql-missing", "查询是空的");
    }
    return text;
  }

  private static String read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException broken) {
      throw HallException.of("sql-file", ExitStatus.USAGE, "读不到查询文件，或它不是 UTF-8")
          .english("the file of the query cannot be read as UTF-8")
          .where(file.toString())
          .next("检查 -f 的路径与文件编码。")
          .build(broken);
    }
  }
}
