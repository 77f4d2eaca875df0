package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.pack.SampleCity.District;
import hallmetrics.page.Facts;
import hallmetrics.page.Page;
import hallmetrics.page.PageMaker;
import hallmetrics.page.Rows;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a pack claims, and what it does not. */
class FindingsTest {
  private static List<Page> pages(PackInput input) {
    return PageMaker.make(
        new Facts(input.issue(), input.rows(), input.gaps(), input.definitions()));
  }

  private static List<String> section(PackInput input, String title) {
    return pages(input).get(0).tables().get(0).rows().stream()
        .filter(row -> row.get(0).equals(title))
        .map(row -> row.get(1))
        .toList();
  }

  private static PackInput rows(PackInput input, Rows rows) {
    return new PackInput(input.issue(), rows, input.gaps(), input.definitions());
  }

  private static List<District> equal() {
    return SampleCity.twelve().stream()
        .map(d -> new District(d.id(), d.name(), d.group(), 20, 5_000))
        .toList();
  }

  @Test
  void aQuietMonthSaysSo() {
    PackInput input = new SampleCity().districts(equal()).input();
    assertThat(section(input, "本期要点")).containsExactly("本月无异常变化。");
    assertThat(pages(input).get(4).title()).isEqualTo("差评率：各区县之间没有可以点名的差异");
  }

  @Test
  void aNamedDistrictIsClaimedWithItsFiguresAndPage() {
    assertThat(section(new SampleCity().input(), "本期要点"))
        .containsExactly("安远县差评率显著高于同组其余区县：1,238.6件/十万件（231/18,650），列末位（见第5页）。");
  }

  @Test
  void theWorstSignalComesFirst() {
    assertThat(section(new SampleCity().newest(1.6).input(), "本期要点"))
        .first()
        .asString()
        .startsWith("全市差评率异常偏高：2026年10月为")
        .endsWith("（见第3页）。");
  }

  @Test
  void aSeriesOutsideItsLimitsIsClaimedOnlyWhereItsTestSurvived() {
    PackInput input = new SampleCity().districts(equal()).newest(3).input();
    assertThat(pages(input).get(2).title()).contains("异常偏高");
    Rows rows = input.rows();
    PackInput silent =
        rows(
            input,
            new Rows(
                rows.metrics(),
                rows.history(),
                rows.rankings(),
                rows.fates(),
                rows.restatements(),
                List.of()));
    assertThat(section(silent, "本期要点")).containsExactly("本月无异常变化。");
    assertThat(pages(silent).get(2).title()).doesNotContain("异常");
  }

  @Test
  void aRunIsNeverAFinding() {
    PackInput input = new SampleCity().districts(equal()).input();
    List<MetricRow> run =
        input.rows().metrics().stream()
            .map(row -> SampleCity.marked(row, row.state(), "RUN", "UP"))
            .toList();
    Rows rows = input.rows();
    PackInput running =
        rows(
            input,
            new Rows(
                run,
                rows.history(),
                rows.rankings(),
                rows.fates(),
                rows.restatements(),
                rows.claims()));
    assertThat(section(running, "本期要点")).containsExactly("本月无异常变化。");
    assertThat(pages(running).get(2).title()).startsWith("差评率未超出正常波动范围");
  }

  @Test
  void aDistrictThatIsNotNamedIsNowhereCalledWorst() {
    PackInput input = new SampleCity().input();
    Rows rows = input.rows();
    List<RankingRow> unnamed =
        rows.rankings().stream()
            .map(
                r ->
                    new RankingRow(
                        r.period(),
                        r.metric(),
                        r.rankGroup(),
                        r.scope(),
                        r.scopeId(),
                        r.scopeName(),
                        r.rank(),
                        r.rankOf(),
                        r.tied(),
                        r.expectedRank(),
                        r.rankLow(),
                        r.rankHigh(),
                        null,
                        r.unrankedReason()))
            .toList();
    PackInput modest =
        rows(
            input,
            new Rows(
                rows.metrics(),
                rows.history(),
                unnamed,
                rows.fates(),
                rows.restatements(),
                List.of()));
    String words =
        pages(modest).stream().map(page -> page.title() + page.alt()).collect(Collectors.joining());
    assertThat(words).doesNotContain("显著", "末位", "黑榜");
  }

  @Test
  void decisionsAreAtMostThreeAndRestOnRows() {
    assertThat(section(new SampleCity().input(), "需要您决定的事"))
        .containsExactly("是否对安远县的差评率开展专项督导。", "是否督促市民服务中心补报好差评评价。", "是否督促崇义县补报差评整改台账。");
  }
}
