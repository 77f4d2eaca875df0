package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong measures, metrics, rankings and pages are answered with file, line and nearest name. */
class WrongMetricsTest {
  private static final String MEASURES =
      Texts.VISIT
          + """
          measures:
            visits: { on: visit_ts, splits: [kind] }
            secret_visits: { of: visits, where: kind = 'SECRET' }
          metrics:
          """;

  @Test
  void aSoundMetricHasNoProblem() {
    assertThat(Texts.problems(MEASURES + metric("ratio: [secret_visits, visits], splits: [kind]")))
        .isEmpty();
  }

  @Test
  void unknownMeasuresAndSplitsAreNamed() {
    assertThat(Texts.problems(MEASURES + metric("ratio: [secret_visit, visits]")))
        .containsExactly(
            "visit.yaml:17: 未知的指标量 'secret_visit'"
                + "（是否想写 'secret_visits'？did you mean 'secret_visits'?）");
    assertThat(Texts.problems(MEASURES + metric("count: visits, splits: [kinds]")))
        .containsExactly("visit.yaml:17: 未知的维度 'kinds'（是否想写 'kind'？did you mean 'kind'?）");
  }

  @Test
  void aProportionsNumeratorIsAPartOfItsDenominator() {
    String wrong =
        "visit.yaml:17: 比例 'm' 的分子 'visits' 不是分母 'secret_visits' 的一部分"
            + "（写 of: secret_visits 收窄，或声明 kind: rate）(numerator is not a part of the denominator)";

    assertThat(Texts.problems(MEASURES + metric("ratio: [visits, secret_visits]")))
        .containsExactly(wrong);
    assertThat(Texts.problems(MEASURES + metric("ratio: [visits, secret_visits], kind: rate")))
        .isEmpty();
  }

  @Test
  void aProportionCountsBothPartsOnTheSameDay() {
    String other = MEASURES.replace("of: visits,", "of: visits, on: local_day(visit_ts),");

    assertThat(Texts.problems(other + metric("ratio: [secret_visits, visits]")))
        .singleElement()
        .asString()
        .contains("不是分母 'visits' 的一部分");
  }

  @Test
  void aRatioStaysOnOneTable() {
    String derived =
        Texts.VISIT
            + """
            measures:
              visits: { on: visit_ts }
            derive:
              again: { title: 复查, measures: { seen: { on: visit_ts } } }
            metrics:
            """;

    assertThat(Texts.problems(derived + metric("ratio: [seen, visits], kind: rate")))
        .containsExactly(
            "visit.yaml:18: 分子 'seen' 在表 again，分母 'visits' 在表 visit，"
                + "须为同一张表或派生表 (not on the same table)");
  }

  @Test
  void aMetricHasExactlyOneForm() {
    assertThat(Texts.problems(MEASURES + metric("count: visits, ratio: [visits, visits]")))
        .contains(
            "visit.yaml:17: 指标 'm' 须恰好写一种算法 [count, ratio, mean, quantile, stock, share]"
                + " 或 kind: score，实为 [count, ratio] (exactly one form)");
    assertThat(Texts.problems(MEASURES + metric("ratio: [visits]")))
        .contains("visit.yaml:17: 'ratio' 应为 [分子, 分母] (numerator and denominator)");
  }

  @Test
  void meansQuantilesSharesAndStocksHaveWhatTheyNeed() {
    assertThat(Texts.problems(MEASURES + metric("mean: [visits, visits]")))
        .containsExactly("visit.yaml:17: 均值的分子 'visits' 须有 sum (a mean needs a sum)");
    assertThat(Texts.problems(MEASURES + metric("quantile: { of: visits, q: 0.5 }")))
        .containsExactly("visit.yaml:17: 分位数的 'visits' 须有 days (a quantile needs days)");
    assertThat(Texts.problems(MEASURES + metric("quantile: { of: visits, q: 50 }")))
        .containsExactly("visit.yaml:17: 'q' 应在 0 与 1 之间，实为 '50' (between 0 and 1)");
    assertThat(Texts.problems(MEASURES + metric("share: { of: visits, by: kid }")))
        .contains("visit.yaml:17: 未知的维度 'kid'（是否想写 'kind'？did you mean 'kind'?）");
    assertThat(Texts.problems(MEASURES + metric("stock: { of: visit }")))
        .containsExactly("visit.yaml:17: 存量所指的表 'visit' 没有 duty (the table has no duty)");
    assertThat(Texts.problems(MEASURES + metric("stock: { of: visit, state: late }")))
        .contains("visit.yaml:17: 'state' 不能是 'late'，可用 [all, in_time, overdue]");
  }

  @Test
  void datesAreDatesAndDoNotOverlap() {
    assertThat(
            Texts.problems(
                MEASURES
                    + "  m: { title: 甲, count: visits, definition: 走访, valid_from: 2026-1-1 }\n"))
        .containsExactly("visit.yaml:17: 'valid_from' 应为日期 yyyy-MM-dd，实为 '2026-1-1' (a date)");
    assertThat(
            Texts.problems(
                MEASURES
                    + """
                      m: { title: 甲, count: visits, definition: 走访, valid_from: 2026-01-01, valid_to: 2026-06-30 }
                      m@2: { title: 甲, count: visits, definition: 走访, valid_from: 2026-06-30 }
                      m@x: { title: 甲, count: visits, definition: 走访, valid_from: 2030-01-01, valid_to: 2029-01-01 }
                    """))
        .containsExactly(
            "visit.yaml:18: 'm' 第2版与第1版（visit.yaml:17）的有效期重叠 (versions overlap)",
            "visit.yaml:19: 版本 '@x' 应为正整数，如 @2 (a version number)",
            "visit.yaml:19: 'm' 的 valid_to 2029-01-01 早于 valid_from 2030-01-01"
                + " (ends before it begins)");
  }

  @Test
  void measuresDoNotReferInACircleOrToNowhere() {
    assertThat(
            Texts.problems(
                Texts.VISIT
                    + "measures:\n  a: { of: b }\n  b: { of: a }\n  c: { of: visits }\n  d: {}\n"))
        .contains(
            "visit.yaml:15: of 成环：[a, b] (measures refer in a circle)",
            "visit.yaml:16: 未知的指标量 'visits' (unknown measure)",
            "visit.yaml:17: 指标量 'd' 缺少 on：按哪一列的日期计数 (missing 'on')");
  }

  @Test
  void aMeasureCountsOnATimeAndSumsANumber() {
    assertThat(
            Texts.problems(Texts.VISIT + "measures:\n  a: { on: kind, sum: kind, splits: [x] }\n"))
        .containsExactly(
            "visit.yaml:14: 'a' 的 on 列 'kind' 应为 timestamp 或 date (not a time)",
            "visit.yaml:14: 'a' 求和的列 'kind' 应为数值 (not a number)",
            "visit.yaml:14: 未知的维度 'x'");
  }

  @Test
  void rankingsAndPagesNameMetricsThatCanBeShown() {
    String pack =
        metric("count: visits")
            + """
            rankings:
              - { metric: m, scope: region }
              - { metric: mm }
              - { metric: m, scope: window }
            pages:
              - { id: p1, form: xmrr, metrics: [n] }
            """;

    assertThat(Texts.problems(MEASURES + pack))
        .containsExactly(
            "visit.yaml:17: 指标 'm' 参加排名（visit.yaml:19），须写 better: higher 或 lower"
                + " (a ranked metric says what is better)",
            "visit.yaml:20: 未知的指标 'mm'（是否想写 'm'？did you mean 'm'?）",
            "visit.yaml:21: 'scope' 不能是 'window'，可用 [region, org, hall]",
            "visit.yaml:21: ranking 'm/REGION' 重复定义，已见于 visit.yaml:19 (defined twice)",
            "visit.yaml:23: 未知的页面形式 'xmrr'（是否想写 'xmr'？did you mean 'xmr'?）",
            "visit.yaml:23: 未知的指标 'n'（是否想写 'm'？did you mean 'm'?）");
  }

  @Test
  void aBuiltInMetricHasItsSourceAndExamples() {
    List<String> found =
        Texts.problems(
            List.of(
                Texts.named(
                    "builtin:visit.yaml", MEASURES + metric("ratio: [secret_visits, visits]"))),
            List.of());

    assertThat(found)
        .containsExactly(
            "builtin:visit.yaml:17: 内置指标 'm' 缺少 source (missing source)",
            "builtin:visit.yaml:17: 内置指标 'm' 须有 example，且其中一行写明 not_counted"
                + " (an example with a row that must not count)",
            "builtin:visit.yaml:17: 内置指标 'm' 须有一个 0/0 的 example，expect: — (an example of 0/0)");
  }

  @Test
  void anExampleIsOfKnownTablesColumnsAndCodes() {
    assertThat(
            Texts.problems(
                MEASURES
                    + metric(
                        "count: visits, example: { period: 2026-10, as_of: 2026-10-31, expect: 1,"
                            + " given: { visits: [], visit: [{ visit_no: a, vist_ts: b,"
                            + " kind: SECRT }] } }")))
        .containsExactly(
            "visit.yaml:17: 未知的表 'visits' (unknown table)（是否想写 'visit'？did you mean 'visit'?）",
            "visit.yaml:17: 未知的键 'vist_ts' (unknown key)（是否想写 'visit_ts'？did you mean 'visit_ts'?）",
            "visit.yaml:17: 'SECRT' 不是 kind 的代码 [OPEN, SECRET]"
                + "（是否想写 'SECRET'？did you mean 'SECRET'?）");
  }

  private static String metric(String rest) {
    return "  m: { title: 指标, definition: 走访次数, valid_from: 2026-01-01, " + rest + " }\n";
  }
}
