package hallmetrics.command;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.edition.CsvTable;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Nearest;
import hallmetrics.publish.FiguresVisit;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Figures without an edition: the analysts' sandbox. */
@Command(
    name = "metrics",
    description = "算指标但不出版。Figures without an edition.",
    footer = {
      "",
      "例：hall metrics --conf conf/mycity --period 2026-10 --metric praise_rate --scope REGION",
      "    hall metrics --conf conf/mycity --period 2011..2020 --out 结果 --format csv"
    },
    mixinStandardHelpOptions = true)
final class MetricsVerb implements Callable<Integer> {
  private static final List<String> SCOPES =
      List.of("ALL", "REGION", "ORG", "HALL", "WINDOW", "ITEM");
  private final Terminal terminal;

  @Mixin private final SiteOptions site = new SiteOptions();

  @Option(
      names = "--period",
      paramLabel = "P",
      required = true,
      converter = Periods.Converter.class,
      description = "周期，如 2026-10、2026-W43、2011..2020。The period.")
  private @Nullable Period period;

  @Option(names = "--metric", paramLabel = "M", description = "只算这些指标。Only these metrics.")
  private List<String> metrics = List.of();

  @Option(
      names = "--scope",
      paramLabel = "S",
      description = "只看这一层：${COMPLETION-CANDIDATES} ALL REGION ORG HALL WINDOW ITEM。")
  private @Nullable String scope;

  @Option(names = "--format", paramLabel = "F", description = "csv 或 parquet，默认 csv。")
  private String format = "csv";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "写到目录；不写则打印在终端。A folder; else a table on the terminal.")
  private @Nullable Path out;

  MetricsVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Workplace workplace = site.workplace();
    check(workplace);
    List<MetricRow> rows =
        new FiguresVisit(workplace)
            .rows(Objects.requireNonNull(period), Set.copyOf(metrics)).stream()
                .filter(row -> scope == null || row.scope().equals(scope))
                .toList();
    Path folder = out;
    if (folder == null) {
      MetricTable.print(terminal, rows);
    } else {
      write(folder, rows);
    }
    return ExitStatus.DONE.code();
  }

  private void check(Workplace workplace) {
    Catalogue catalogue = workplace.site().catalogue();
    Set<String> known = new TreeSet<>(catalogue.metricIds());
    catalogue.metrics().forEach(metric -> known.add(metric.title()));
    List<String> ids = new ArrayList<>();
    for (String metric : metrics) {
      String id = catalogue.metricCalled(metric);
      if (id == null) {
        throw wrong("metric-unknown", "没有这个指标：" + metric + Nearest.hint(metric, known));
      }
      ids.add(id);
    }
    metrics = ids;
    String asked = scope;
    if (asked != null) {
      scope = asked.toUpperCase(Locale.ROOT);
      if (!SCOPES.contains(scope)) {
        throw wrong(
            "scope-unknown",
            "没有这一层：" + asked + "，可用 " + String.join("、", SCOPES) + Nearest.hint(asked, SCOPES));
      }
    }
    if (!format.equals("csv") && !format.equals("parquet")) {
      throw wrong("format-unknown", "只能写成 csv 或 parquet，实为 " + format);
    }
  }

  private static HallException wrong(String code, String sentence) {
    return HallException.of(code, ExitStatus.USAGE, sentence)
        .next("看 hall metrics --help，或 docs/metrics.md 的指标表。")
        .build();
  }

  private void write(Path folder, List<MetricRow> rows) {
    Path file = folder.resolve("metrics." + format);
    try {
      Files.createDirectories(folder);
      if (format.equals("csv")) {
        CsvTable.write(file, MetricRow.class, rows);
      } else {
        Files.deleteIfExists(file);
        ParquetTable.write(file, MetricRow.class, rows);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    terminal.say("已写出 " + rows.size() + " 行 → " + file);
  }
}
