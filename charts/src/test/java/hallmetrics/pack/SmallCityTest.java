package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.pack.SampleCity.District;
import hallmetrics.page.Facts;
import hallmetrics.page.Page;
import hallmetrics.page.PageMaker;
import hallmetrics.plot.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pack says of a small city, of few months, and of records that name no district. */
class SmallCityTest {
  private static List<Page> pages(PackInput input) {
    return PageMaker.make(
        new Facts(input.issue(), input.rows(), input.gaps(), input.definitions()));
  }

  private static Page page(PackInput input, String id) {
    return pages(input).stream().filter(page -> page.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> section(PackInput input, String title) {
    return pages(input).get(0).tables().get(0).rows().stream()
        .filter(row -> row.get(0).equals(title))
        .map(row -> row.get(1))
        .toList();
  }

  private static List<String> row(Page page, String name) {
    return page.tables().get(0).rows().stream()
        .filter(row -> row.get(0).equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Three districts, 191 ratings, 12 of them bad. */
  static List<District> small(long first, long second, long third) {
    return List.of(
        new District("369802", "澜江区", "县区", first / 16, first),
        new District("369803", "北苑区", "县区", second / 16, second),
        new District("369824", "松浦县", "县区", third / 16, third));
  }

  @Test
  void ratesOfFewerThanTenThousandArePercentages() {
    PackInput input = new SampleCity().districts(small(96, 64, 32)).months(2).input();
    assertThat(row(page(input, "p1-scorecard"), "差评率")).contains("6.25%", "12/192");
    assertThat(row(page(input, "p4-ranking"), "澜江区")).contains("6.25%", "6/96");
    assertThat(page(input, "p4-ranking").foot()).contains("全市分母不足10,000，改按百分比列示");
    assertThat(pages(input).stream().map(page -> page.title() + page.sub() + page.alt()))
        .noneMatch(words -> words.contains("十万件"));
    PackInput large = new SampleCity().districts(StressTest.all(20, 5_000)).input();
    assertThat(row(page(large, "p1-scorecard"), "差评率（每十万件）")).contains("400.0");
  }

  @Test
  void aDistrictAloneWithEnoughIsListedWithItsReason() {
    Page page = page(new SampleCity().districts(small(96, 17, 0)).input(), "p4-ranking");
    assertThat(row(page, "澜江区")).containsExactly("澜江区", "6.25%", "6/96", "同组无可比", "", "");
    assertThat(row(page, "北苑区")).containsExactly("北苑区", "—", "1/17", "样本少，不排名", "", "");
    assertThat(page.title()).isEqualTo("差评率本期没有可比的区县");
  }

  @Test
  void nothingJudgedIsNotCalledUnchanged() {
    PackInput few = new SampleCity().districts(small(20, 10, 5)).months(2).input();
    assertThat(section(few, "本期要点")).containsExactly("数据尚不足以判断有无异常：差评率的变化、各区县差评率的比较均未作判断。");
    assertThat(page(few, "p1-scorecard").title()).isEqualTo("8项指标：主要指标的变化均未作判断");
    PackInput short12 = new SampleCity().districts(StressTest.all(20, 5_000)).months(8).input();
    assertThat(section(short12, "本期要点")).containsExactly("已判断的无异常变化；未作判断：差评率的变化。");
  }

  @Test
  void aQuarterIsNotCalledWithinItsVariation() {
    PackInput young =
        new SampleCity().districts(StressTest.all(20, 5_000)).months(4).quarter().input();
    assertThat(row(page(young, "p1-scorecard"), "评价总量").get(5)).isEqualTo("不作判断");
    PackInput old = new SampleCity().districts(StressTest.all(20, 5_000)).quarter().input();
    assertThat(row(page(old, "p1-scorecard"), "评价总量").get(5)).isEqualTo("不作判断");
    assertThat(section(old, "主要指标")).noneMatch(line -> line.contains("波动内"));
    assertThat(page(old, "p1-scorecard").title()).doesNotContain("无异常");
  }

  @Test
  void recordsWithoutADistrictAreSaidWhereDistrictsAreShown() {
    SampleCity city = new SampleCity().districts(small(0, 0, 0)).unassigned(12, 192);
    PackInput input = city.months(2).input();
    assertThat(page(input, "p4-ranking").sub()).endsWith(" · 另有192条未归属到区县，见附表");
    assertThat(row(page(input, "p4-ranking"), "澜江区")).contains("记录未归属").doesNotContain("无业务");
    assertThat(section(input, "数据说明")).contains("未归属到区县：差评率192/192，见附表。");
    List<Table> annex =
        pages(input).stream()
            .filter(page -> page.title().startsWith("附表：各区县指标"))
            .flatMap(page -> page.tables().stream())
            .toList();
    assertThat(annex.get(0).rows())
        .filteredOn(row -> row.get(0).equals("差评率") && row.get(1).equals("澜江区"))
        .singleElement()
        .satisfies(row -> assertThat(row).endsWith("有未归属"));
  }

  @Test
  void aFewRecordsWithoutADistrictAreLeftToTheAnnex() {
    PackInput input = new SampleCity().districts(small(96, 64, 32)).unassigned(0, 9).input();
    assertThat(page(input, "p4-ranking").sub()).doesNotContain("未归属");
    assertThat(section(input, "数据说明")).noneMatch(line -> line.contains("未归属"));
  }

  @Test
  void aSeriesWithoutAMonthHasNoPage() {
    PackInput input = new SampleCity().districts(small(0, 0, 0)).months(3).input();
    assertThat(pages(input)).extracting(Page::id).noneMatch(id -> id.startsWith("p2-trend"));
  }

  @Test
  void whatWasNeverCountedPrintsADash() {
    PackInput input = new SampleCity().input();
    PackInput silent = SampleQuarter.silent(input, "rectification_days");
    assertThat(row(page(silent, "p1-scorecard"), "整改用时（中位数，工作日）").subList(1, 3))
        .containsExactly("未报送", "—");
    assertThat(section(silent, "主要指标"))
        .contains("整改用时（中位数，工作日）：未报送")
        .noneMatch(line -> line.endsWith("，"));
  }
}
