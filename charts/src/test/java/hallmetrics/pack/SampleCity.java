package hallmetrics.pack;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import hallmetrics.edition.FateRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.edition.RestatementRow;
import hallmetrics.page.Definitions;
import hallmetrics.page.Gaps;
import hallmetrics.page.Issue;
import hallmetrics.page.Rows;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A city made up from a seed, with its history and everything a pack shows. */
public final class SampleCity {
  /** A district with what it counts in the period. */
  public record District(String id, String name, String group, long bad, long ratings) {}

  private static final YearMonth MONTH = YearMonth.of(2026, 10);

  private List<District> districts = twelve();
  private int months = 24;
  private double newest = 1;
  private Period period = Period.month(MONTH);
  private Gaps gaps = someGaps();
  private int edition = 1;
  private int[] missing = {};
  private boolean partial;
  private List<RestatementRow> restatements = List.of();
  private District nowhere = new District("(none)", "未归属", "", 0, 0);

  /** Twelve districts, one of which turned bad, one with seven ratings. */
  static List<District> twelve() {
    return List.of(
        new District("360702", "章贡区", "区县", 183, 41_200),
        new District("360703", "南康区", "区县", 142, 35_110),
        new District("360704", "赣县区", "区县", 131, 30_880),
        new District("360722", "信丰县", "区县", 122, 26_310),
        new District("360723", "大余县", "区县", 56, 12_480),
        new District("360724", "上犹县", "区县", 37, 9_120),
        new District("360725", "崇义县", "区县", 15, 3_260),
        new District("360726", "安远县", "区县", 231, 18_650),
        new District("360728", "定南县", "区县", 4, 980),
        new District("360781", "瑞金市", "区县", 83, 22_900),
        new District("GXQ", "高新技术产业开发区", "区县", 26, 6_240),
        new District("JKQ", "经开区", "区县", 0, 7));
  }

  private static Gaps someGaps() {
    return new Gaps(
        List.of(
            new Gaps.NotReceived("市民服务中心", "好差评评价", LocalDate.of(2026, 10, 12)),
            new Gaps.NotReceived("崇义县", "差评整改台账", null)),
        List.of(new Gaps.Refused("pj_20261018.csv", "市好差评平台评价", "第 1,204 行起引号没有闭合")),
        List.of(new Gaps.UnknownCode("evaluation", "区划", "360799", 312)));
  }

  SampleCity districts(List<District> others) {
    this.districts = others;
    return this;
  }

  SampleCity months(int count) {
    this.months = count;
    return this;
  }

  /** Multiplies the newest month's bad ratings of the city's series. */
  SampleCity newest(double factor) {
    this.newest = factor;
    return this;
  }

  SampleCity gaps(Gaps others) {
    this.gaps = others;
    return this;
  }

  /** Leaves months out of the history, counted from the oldest. */
  SampleCity missing(int... indices) {
    this.missing = indices;
    return this;
  }

  /** Some units did not report in the newest month. */
  SampleCity partial() {
    this.partial = true;
    return this;
  }

  SampleCity second() {
    this.edition = 2;
    this.restatements =
        List.of(
            restated("360726", "", "", 229.0, 18_600.0, 231.0, 18_650.0),
            restated("360726", "channel", "QR", 20.0, 900.0, 22.0, 950.0),
            restated("(none)", "", "", 3.0, 40.0, 3.0, 41.0),
            restated("360728", "", "", 4.0, 980.0, 4.0, 980.0),
            restated("JKQ", "", "", null, null, 0.0, 0.0));
    return this;
  }

  private static RestatementRow restated(
      String id,
      String split,
      String value,
      @Nullable Double oldN,
      @Nullable Double oldD,
      double newN,
      double newD) {
    return new RestatementRow(
        "2026-10",
        2,
        "bad_rate",
        "REGION",
        id,
        split,
        value,
        oldN,
        oldD,
        oldN == null || oldD == null ? null : (Double) (oldN / oldD),
        newN,
        newD,
        newD == 0 ? null : (Double) (newN / newD),
        oldD == null ? 0 : Math.round(newD - oldD),
        "补收安远县报送");
  }

  /** So many more ratings, which name no district. */
  SampleCity unassigned(long bad, long ratings) {
    this.nowhere = new District("(none)", "未归属", "", bad, ratings);
    return this;
  }

  /** The same city as the edition of its third quarter, which has no series of quarters. */
  SampleCity quarter() {
    this.period = Period.parse("2026-Q3");
    return this;
  }

  /** The input of a pack. */
  PackInput input() {
    SampleRows rows = new SampleRows(districts, MONTH, months, newest, nowhere);
    List<String> left =
        IntStream.of(missing).mapToObj(i -> MONTH.minusMonths(months - 1L - i).toString()).toList();
    List<MetricRow> history =
        rows.history().stream().filter(row -> !left.contains(row.period())).toList();
    List<MetricRow> all =
        rows.metrics().stream()
            .map(row -> partial ? marked(row, "PARTIAL", row.signal(), row.direction()) : row)
            .toList();
    if (nowhere.ratings() > 0) {
      all = new ArrayList<>(all);
      all.add(rows.row("bad_rate", nowhere, nowhere.bad(), nowhere.ratings()));
    }
    List<RankingRow> rankings = rows.rankings();
    Rows made = new Rows(all, history, rankings, fates(), restatements, rows.claims());
    return new PackInput(
        new Issue(
            "示例市",
            period,
            edition,
            edition == 1 ? null : "补收安远县报送",
            LocalDate.of(2026, 10, 31),
            "hallmetrics 0.1.0",
            "9f2c41d07be8a3351c0e"),
        period.grain() == Grain.QUARTER ? SampleQuarter.of(made) : made,
        gaps,
        new Definitions(
            SampleMetrics.all(),
            pages(),
            List.of("bad_rate"),
            titles(),
            sources(),
            new BigDecimal("0.05")));
  }

  /** A row with another state and signal. */
  static MetricRow marked(MetricRow r, String state, String signal, @Nullable String direction) {
    return new MetricRow(
        r.period(),
        r.grain(),
        r.metric(),
        r.kind(),
        r.unit(),
        r.scope(),
        r.scopeId(),
        r.scopeName(),
        r.split(),
        r.splitValue(),
        r.numerator(),
        r.denominator(),
        r.value(),
        r.low(),
        r.high(),
        r.sufficient(),
        state,
        r.target(),
        r.previous(),
        r.yearAgo(),
        r.comparable(),
        signal,
        direction,
        r.asOf(),
        r.definitionVersion());
  }

  static List<PageSpec> pages() {
    List<String> metrics = SampleMetrics.all().stream().map(Metric::id).toList();
    return new ArrayList<>(
        List.of(
            new PageSpec(
                "p0-cover",
                "cover",
                List.of(
                    "evaluations",
                    "praise_rate",
                    "bad_rate",
                    "rectification_rate",
                    "rectification_on_time_rate",
                    "rectification_days"),
                "ALL",
                "pages.yaml",
                1),
            new PageSpec("p1-scorecard", "scorecard", metrics, "ALL", "pages.yaml", 2),
            new PageSpec(
                "p2-trend",
                "xmr",
                List.of("bad_rate", "rectification_on_time_rate"),
                "ALL",
                "pages.yaml",
                3),
            new PageSpec(
                "p4-ranking", "caterpillar", List.of("bad_rate"), "REGION", "pages.yaml", 4),
            new PageSpec("pA-annex", "annex", List.of(), "ALL", "pages.yaml", 5)));
  }

  private static TreeMap<String, String> titles() {
    return new TreeMap<>(
        Map.of(
            "evaluation", "好差评评价",
            "rectification", "差评整改",
            "evaluation.assess_ts", "评价时间",
            "evaluation.satisfaction", "满意度"));
  }

  /** The ledger of rectifications comes from a source named as its table is. */
  private static TreeMap<String, String> sources() {
    return new TreeMap<>(Map.of("city-evaluation", "市好差评平台评价", "rectification", "督办系统整改台账"));
  }

  private static List<FateRow> fates() {
    String city = "city-evaluation";
    return List.of(
        new FateRow("a1", city, "evaluation", "ACCEPTED", null, 206_113),
        new FateRow("a2", city, "evaluation", "DUPLICATE", null, 12_040),
        new FateRow("a2", city, "evaluation", "SUPERSEDED", null, 31),
        new FateRow("a1", city, "evaluation", "REJECTED", "unknown-code:satisfaction", 17),
        new FateRow("a1", city, "evaluation", "REJECTED", "bad-date:assess_ts", 4),
        new FateRow("b1", "rectification", "rectification", "ACCEPTED", null, 968));
  }
}
