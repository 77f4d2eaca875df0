package hallmetrics.explain;

import hallmetrics.edition.CsvTable;
import hallmetrics.edition.Editions;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.metrics.FigureRows;
import hallmetrics.metrics.MetricsJob;
import hallmetrics.metrics.MetricsRequest;
import hallmetrics.publish.FiguresVisit;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Explains one figure: what it means, what it rests on, and that counting again says the same. */
public final class ExplainJob {
  private static final int LISTED = 20;

  private final Workplace workplace;
  private final Question question;
  private final @Nullable Path csv;

  /**
   * An explanation.
   *
   * @param csv file for all records; null to list the first few only
   */
  public ExplainJob(Workplace workplace, Question question, @Nullable Path csv) {
    this.workplace = workplace;
    this.question = question;
    this.csv = csv;
  }

  /**
   * A step of the explanation: lines to print, then a table of records.
   *
   * @param records rows to print as a table after the lines
   */
  public record Chapter(List<String> lines, List<RecordRow> records) {}

  /**
   * Explains, handing out each chapter as it is made.
   *
   * @throws HallException {@code nothing-decided}, {@code scope-not-counted}, exit 2; {@code
   *     counts-differ}, exit 3, when the ledger counted row by row says otherwise than the figure
   */
  public void run(Consumer<Chapter> chapters) {
    SparkSession session = Sessions.start(workplace.store(), Map.of());
    SqlFunctions.register(session, workplace.site().calendar(), workplace.site().policies());
    try (Store store =
        Store.open(session, workplace.store(), workplace.site().catalogue().tables().values())) {
      MetricsRequest request =
          FiguresVisit.request(
              session,
              workplace,
              store,
              List.of(question.period()),
              Set.of(question.metric().id()),
              false);
      StoreFaults.guard(
          workplace.store(),
          () -> {
            explain(session, request, chapters);
            return request;
          });
    }
  }

  private void explain(SparkSession session, MetricsRequest request, Consumer<Chapter> chapters) {
    FigureRows behind = new FigureRows(session, request);
    requireScope(behind.scopes(question.metric()));
    List<MetricRow> here =
        new MetricsJob(session)
            .compute(request).stream()
                .filter(row -> row.scope().equals(question.scope()))
                .filter(row -> row.scopeId().equals(question.place()))
                .toList();
    MetricRow figure = here.stream().filter(this::asked).findFirst().orElse(null);
    FigureRows.At at =
        new FigureRows.At(question.scope(), question.place(), question.split(), question.value());
    List<FigureRows.Side> sides = behind.of(question.metric().id(), question.period(), at);
    Answer answer = new Answer(question, workplace.site().catalogue(), workplace.site().conf());
    answer.figure(workplace.site().registers(), figure);
    String share = question.metric().shareBy();
    if (question.split().isEmpty()) {
      answer.shares(here.stream().filter(row -> row.split().equals(share)).toList());
    }
    answer.definition(sides);
    published(answer, figure);
    Tally tally = Tally.of(question.metric().kind(), sides);
    answer.lines().add(counted(tally));
    chapters.accept(new Chapter(answer.lines(), List.of()));
    if (!tally.agrees(figure)) {
      throw differs(figure, tally);
    }
    records(new Records(request.view(), workplace.site().catalogue()), sides, tally, chapters);
  }

  private boolean asked(MetricRow row) {
    return row.split().equals(question.split()) && row.splitValue().equals(question.value());
  }

  private void requireScope(List<String> counted) {
    if (!counted.contains(question.scope())) {
      List<String> titles = counted.stream().map(Question::title).toList();
      throw HallException.of(
              "scope-not-counted",
              ExitStatus.USAGE,
              "指标 " + question.metric().id() + " 不按" + Question.title(question.scope()) + "统计")
          .english("the metric is not counted in this scope")
          .where("可以按：" + titles)
          .next("换一个层级，或去掉它看全市。")
          .build();
    }
  }

  private static String counted(Tally tally) {
    String base = tally.base() == null ? "" : "，分母记录 " + Numbers.count(tally.base()) + " 条";
    return "台账逐条再数：分子记录 " + Numbers.count(tally.records()) + " 条" + base + "。";
  }

  private HallException differs(@Nullable MetricRow figure, Tally tally) {
    return HallException.of("counts-differ", ExitStatus.REFUSED, "台账逐条再数与按日计数不一致，这个数不可用")
        .english("the ledger counted row by row differs from the daily counts")
        .where(
            question.metric().id()
                + " "
                + question.period()
                + "：按日计数 "
                + (figure == null
                    ? Numbers.ABSENT
                    : Numbers.fraction(figure.numerator(), figure.denominator()))
                + "，逐条 "
                + Numbers.fraction(tally.numerator(), tally.denominator()))
        .next("运行 hall doctor --deep，并把结果发给维护者。")
        .build();
  }

  private void published(Answer answer, @Nullable MetricRow now) {
    if (workplace.store().remote()) {
      return;
    }
    String period = question.period().toString();
    Editions editions = new Editions(workplace.store().folder());
    Optional<Path> current = editions.current(period);
    if (current.isEmpty()) {
      answer.lines().add("已发布：这个周期还没有出版。");
      return;
    }
    Path table = Editions.verified(current.get()).resolve("metrics.parquet");
    MetricRow then =
        ParquetTable.read(table, MetricRow.class).stream()
            .filter(row -> row.metric().equals(question.metric().id()))
            .filter(row -> row.grain().equals(question.period().grain().name()))
            .filter(row -> row.scope().equals(question.scope()))
            .filter(row -> row.scopeId().equals(question.place()) && asked(row))
            .findFirst()
            .orElse(null);
    answer.published(period + " 第" + editions.newest(period) + "版", then, now);
  }

  private void records(
      Records records, List<FigureRows.Side> sides, Tally tally, Consumer<Chapter> chapters) {
    List<RecordRow> first = new ArrayList<>();
    for (FigureRows.Side side : sides) {
      if (side.numerator() && first.size() < LISTED) {
        records.of(side, LISTED - first.size()).forEachRemaining(first::add);
      }
    }
    String which = tally.records() > first.size() ? "，先列前 " + first.size() + " 条" : "";
    chapters.accept(
        new Chapter(
            List.of("", "分子的记录 " + Numbers.count(tally.records()) + " 条" + which + "："), first));
    Path file = csv;
    if (file != null) {
      CsvTable.write(file, RecordRow.class, () -> records.all(sides));
      chapters.accept(new Chapter(List.of("", "全部记录（分子与分母）已写入 " + file), List.of()));
    } else if (tally.records() > first.size()) {
      long rest = tally.records() - first.size();
      chapters.accept(
          new Chapter(
              List.of("另有 " + Numbers.count(rest) + " 条未列；加 --csv 文件 可写出全部记录。"), List.of()));
    }
  }
}
