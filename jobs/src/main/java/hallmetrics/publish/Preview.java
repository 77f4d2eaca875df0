package hallmetrics.publish;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.Unit;
import hallmetrics.edition.Editions;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.edition.RestatementRow;
import hallmetrics.ledger.View;
import hallmetrics.metrics.MetricsJob;
import hallmetrics.region.Registers;
import hallmetrics.run.Workplace;
import hallmetrics.text.Numbers;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What an undecided night would publish, and which published figures would differ. Figures only:
 * the due list, rankings and pages are made when there is an edition.
 */
public final class Preview {
  private static final int SHOWN = 10;
  private static final String CITY = "ALL";

  private final SparkSession session;
  private final Workplace workplace;
  private final Editions editions;
  private final Basis basis;

  /**
   * A preview.
   *
   * @param audit what readers would see if the night were decided
   * @param asOf the greatest business date that would be decided
   */
  public Preview(SparkSession session, Workplace workplace, View audit, LocalDate asOf) {
    this.session = session;
    this.workplace = workplace;
    this.editions = new Editions(workplace.store().folder());
    this.basis = Basis.begin(session, workplace, audit, asOf);
  }

  /**
   * Lines (Chinese) on the day's edition, the periods the night would close and the published
   * periods it would change; the first changes are listed, those of the city before its regions'.
   *
   * @param months months (2026-10) whose records the night changes
   */
  public List<String> lines(LocalDate day, Set<String> months) {
    List<String> lines = new ArrayList<>();
    List<Period> days = List.of(Period.day(day), Period.monthToDate(day));
    List<MetricRow> rows = compute(days, day);
    told(Period.day(day), rows, "会出新版", lines);
    List<Period> wide = ClosingDays.due(workplace, editions, day);
    List<Period> asked = new ArrayList<>(wide);
    asked.addAll(reached(months));
    if (!asked.isEmpty()) {
      List<MetricRow> all = compute(asked, basis.asOf());
      asked.forEach(
          period -> told(period, own(period, all), "夜间不改已发布的，要改须 " + again(period), lines));
    }
    // nothing may read the night any more once it is dropped
    basis.notReceived().get();
    return lines;
  }

  private static String again(Period period) {
    return "hall publish --period " + period + " --reason …";
  }

  private List<MetricRow> compute(List<Period> periods, LocalDate day) {
    return new MetricsJob(session).compute(basis.request(periods, day, false));
  }

  private static List<MetricRow> own(Period period, List<MetricRow> rows) {
    String name = period.toString();
    String grain = period.grain().name();
    return rows.stream()
        .filter(row -> row.period().equals(name) && row.grain().equals(grain))
        .toList();
  }

  /** Published periods that end in a changed month or later: what is open is carried on. */
  private List<Period> reached(Set<String> months) {
    LocalDate first =
        months.stream()
            .map(month -> Period.parse(month).first())
            .min(LocalDate::compareTo)
            .orElse(LocalDate.MAX);
    return editions.periods().stream()
        .map(Period::parse)
        .filter(period -> period.grain() != Grain.DAY && !period.last().isBefore(first))
        .toList();
  }

  private void told(Period period, List<MetricRow> rows, String then, List<String> lines) {
    String name = period.toString();
    int edition = editions.newest(name);
    if (edition == 0) {
      lines.add(
          PublishJob.anyData(rows)
              ? period.title() + "：会首次发布。"
              : period.title() + "：没有数据" + (period.grain() == Grain.DAY ? "，日版照出。" : "，不会出版。"));
      return;
    }
    List<MetricRow> before =
        ParquetTable.read(
            editions.current(name).orElseThrow().resolve("metrics.parquet"), MetricRow.class);
    List<RestatementRow> moved = Restatements.of(before, rows, edition, "");
    String which = period.title() + "，第" + edition + "版：";
    if (moved.isEmpty()) {
      lines.add(
          which + "分子、分母和值都不变" + (period.grain() == Grain.DAY ? "；期限清单、目标或状态若变，仍会出新版。" : "。"));
      return;
    }
    lines.add(which + "有 " + Numbers.count(moved.size()) + " 个数会不同；" + then + "。");
    // month to date says of most places what the day says, and a row does not tell which it is
    List<RestatementRow> own = Restatements.of(own(period, before), own(period, rows), edition, "");
    List<RestatementRow> wide =
        own.stream()
            .filter(row -> listed(row, period))
            .sorted(Comparator.comparing(row -> !row.scope().equals(CITY)))
            .toList();
    List<RestatementRow> listed = wide.isEmpty() ? own : wide;
    listed.stream().limit(SHOWN).forEach(row -> lines.add("  " + line(row, period)));
    int more = moved.size() - Math.min(SHOWN, listed.size());
    if (more > 0) {
      String what = period.grain() == Grain.DAY ? "部门、大厅、分项和月累计" : "部门、大厅和分项";
      lines.add("  …… 另有 " + Numbers.count(more) + " 个，" + what + "在内");
    }
  }

  /** The region that is the whole city says what the city's row says. */
  private boolean listed(RestatementRow row, Period period) {
    Registers registers = workplace.site().registers();
    boolean city = row.scope().equals(CITY);
    boolean region =
        row.scope().equals("REGION")
            && (registers.region(row.scopeId(), period.last()) == null
                || registers.parent(row.scopeId(), period.last()) != null);
    return row.split().isEmpty() && (city || region);
  }

  private String line(RestatementRow row, Period period) {
    Metric metric = workplace.site().catalogue().metric(row.metric(), period.last());
    String title = metric == null ? row.metric() : metric.title();
    Unit unit = metric == null ? Unit.NONE : metric.unit();
    String place =
        row.scope().equals(CITY)
            ? "全市"
            : workplace.site().registers().name(row.scope(), row.scopeId(), period.last());
    String split = row.split().isEmpty() ? "" : "（" + row.split() + "=" + row.splitValue() + "）";
    return title
        + " "
        + place
        + split
        + "："
        + printed(unit, row.oldN(), row.oldD(), row.oldValue())
        + " → "
        + printed(unit, row.newN(), row.newD(), row.newValue());
  }

  private static String printed(
      Unit unit, @Nullable Double numerator, @Nullable Double denominator, @Nullable Double value) {
    String figure = Numbers.figure(unit, numerator, denominator, value);
    return denominator == null
        ? figure
        : figure + "（" + Numbers.fraction(numerator, denominator) + "）";
  }
}
