package hallmetrics.explain;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.Unit;
import hallmetrics.edition.MetricRow;
import hallmetrics.metrics.FigureRows;
import hallmetrics.region.Registers;
import hallmetrics.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines that say what a figure is, before its records are listed. */
final class Answer {
  private final Question question;
  private final Catalogue catalogue;
  private final Path conf;
  private final List<String> lines = new ArrayList<>();

  Answer(Question question, Catalogue catalogue, Path conf) {
    this.question = question;
    this.catalogue = catalogue;
    this.conf = conf;
  }

  List<String> lines() {
    return lines;
  }

  void figure(Registers registers, @Nullable MetricRow row) {
    Metric metric = question.metric();
    String code = metric.code().isEmpty() ? "" : "（" + metric.code() + "）";
    lines.add(metric.title() + "  " + metric.id() + code);
    String split =
        question.split().isEmpty() ? "" : "，" + question.split() + "=" + question.value();
    lines.add(question.period().title() + "，" + question.placeName(registers) + split);
    if (row == null) {
      lines.add("没有这个数：这里没有任何记录。 No business here.");
      return;
    }
    StringBuilder text = new StringBuilder(printed(row));
    if (row.denominator() != null) {
      text.append("   ").append(Numbers.fraction(row.numerator(), row.denominator()));
    }
    if (row.low() != null && row.high() != null) {
      text.append("   95% 区间 ")
          .append(Numbers.figure(metric.unit(), null, null, row.low()))
          .append("–")
          .append(Numbers.figure(metric.unit(), null, null, row.high()));
    }
    text.append("   ").append(state(row.state()));
    lines.add(text.toString());
    lines.add("截至 " + row.asOf());
  }

  private static String printed(MetricRow row) {
    return Numbers.figure(
        Unit.valueOf(row.unit()), row.numerator(), row.denominator(), row.value());
  }

  private static String state(String state) {
    return switch (state) {
      case "OK" -> "数据齐全";
      case "NO_BUSINESS" -> "没有业务";
      case "NOT_RECEIVED" -> "未接收";
      case "PARTIAL" -> "部分未接收";
      case "NOT_DUE" -> "未到期";
      default -> state;
    };
  }

  void definition(List<FigureRows.Side> sides) {
    Metric metric = question.metric();
    lines.add("公式：" + formula(metric));
    Set<String> seen = new LinkedHashSet<>();
    for (FigureRows.Side side : sides) {
      if (seen.add(side.numerator() + side.measure().name())) {
        lines.add("  " + (side.numerator() ? "分子 " : "分母 ") + measure(side));
      }
    }
    String until = metric.validTo() == null ? "" : "至 " + metric.validTo();
    lines.add(
        "定义（第 "
            + metric.version()
            + " 版，"
            + metric.validFrom()
            + " 起"
            + until
            + "）："
            + metric.definition());
    if (sides.stream().map(side -> side.metric().version()).distinct().count() > 1) {
      lines.add("期间口径调整过：各版定义各算各的日子，合并成数。");
    }
    lines.add("依据：" + metric.source());
    lines.add("出处：" + place(metric.file() + ":" + metric.line()));
  }

  private static String formula(Metric metric) {
    String k = metric.numerator();
    return switch (metric.kind()) {
      case COUNT -> k + " 的条数";
      case PROPORTION, RATE ->
          metric.shareBy() == null
              ? k + " ÷ " + metric.denominator()
              : metric.denominator() + " 按 " + metric.shareBy() + " 的构成";
      case MEAN -> k + " 之和 ÷ " + metric.denominator() + " 的条数";
      case QUANTILE -> k + " 的工作日数的 " + metric.quantile() + " 分位";
      case STOCK -> k + " 在期末未办结的条数（" + metric.stock() + "）";
      case SCORE -> k + " 报送的分值";
    };
  }

  private String measure(FigureRows.Side side) {
    Measure measure = side.measure();
    String title = Objects.requireNonNull(catalogue.baseOf(side.table())).title();
    return measure.name()
        + "：表 "
        + side.table()
        + "（"
        + title
        + "）中 "
        + measure.where()
        + "；归日 "
        + measure.on()
        + (measure.sum() == null ? "" : "；合计 " + measure.sum())
        + (measure.days() == null ? "" : "；工作日数 " + measure.days())
        + (measure.distinct() == null ? "" : "；去重 " + measure.distinct())
        + "（"
        + place(measure.file() + ":" + measure.line())
        + "）";
  }

  private String place(String origin) {
    String below = conf + "/";
    return origin.startsWith(below)
        ? origin.substring(below.length())
        : origin.replaceFirst("^builtin:", "内置 ");
  }

  void shares(List<MetricRow> rows) {
    for (MetricRow row : rows) {
      String table = question.metric().numerator();
      Measure measure = catalogue.measure(table);
      String title =
          measure == null
              ? row.splitValue()
              : catalogue.valueTitle(measure.table(), row.split(), row.splitValue());
      lines.add(
          "  "
              + title
              + "（"
              + row.splitValue()
              + "）  "
              + printed(row)
              + "   "
              + Numbers.fraction(row.numerator(), row.denominator()));
    }
  }

  /** What was published for the same place, and whether it still is what the ledger says. */
  void published(String edition, @Nullable MetricRow then, @Nullable MetricRow now) {
    if (then == null) {
      lines.add("已发布：" + edition + " 里没有这个数。");
      return;
    }
    boolean same =
        now != null
            && Objects.equals(then.numerator(), now.numerator())
            && Objects.equals(then.denominator(), now.denominator())
            && Objects.equals(then.value(), now.value());
    String fraction =
        then.denominator() == null
            ? ""
            : "（" + Numbers.fraction(then.numerator(), then.denominator()) + "）";
    lines.add(
        "已发布："
            + edition
            + " 为 "
            + printed(then)
            + fraction
            + (same ? "，与现数一致。" : "，现数不同：发布后又有报送、更正或口径变化。"));
  }
}
