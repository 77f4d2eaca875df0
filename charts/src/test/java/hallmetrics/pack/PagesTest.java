package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.page.Facts;
import hallmetrics.page.Issue;
import hallmetrics.page.Page;
import hallmetrics.page.PageMaker;
import hallmetrics.plot.Table;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages say of the rows. */
class PagesTest {
  private static final String HONEST = "区间反映如情形不变时的偶然波动，不含自愿评价的选择偏差";

  private static List<Page> pages(PackInput input) {
    return PageMaker.make(
        new Facts(input.issue(), input.rows(), input.gaps(), input.definitions()));
  }

  private static Page page(PackInput input, String id) {
    return pages(input).stream().filter(page -> page.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> column(Table table, int index) {
    return table.rows().stream().map(row -> row.get(index)).toList();
  }

  @Test
  void everyPageSaysWhatItsIntervalsMean() {
    assertThat(pages(new SampleCity().input())).allMatch(page -> page.foot().contains(HONEST));
  }

  @Test
  void everyPageHasAnIdOfItsOwnAndWordsForThePicture() {
    List<Page> pages = pages(new SampleCity().districts(StressTest.many(200)).input());
    assertThat(pages).extracting(Page::id).doesNotHaveDuplicates();
    assertThat(pages).extracting(Page::id).allMatch(id -> id.matches("[A-Za-z0-9-]+"));
    assertThat(pages).noneMatch(page -> page.alt().isBlank() || page.title().isBlank());
  }

  @Test
  void fewerThanTwelveMonthsAreNotJudged() {
    Page trend = page(new SampleCity().months(8).input(), "p2-trend");
    assertThat(trend.title()).isEqualTo("差评率只有8个月数据，不足12个月，暂不判断");
    assertThat(trend.tables().get(0).rows()).hasSize(8);
    assertThat(column(trend.tables().get(0), 3)).containsOnly("");
  }

  @Test
  void aMissingMonthIsAGapNotAZero() {
    Table table = page(new SampleCity().missing(5).input(), "p2-trend").tables().get(0);
    assertThat(table.rows()).hasSize(24);
    assertThat(table.rows().get(5)).containsExactly("2025年4月", "—", "—", "");
  }

  @Test
  void aMonthThatIsNotOverIsNotPlotted() {
    PackInput input = new SampleCity().input();
    Issue early =
        new Issue(
            "示例市",
            Period.month(YearMonth.of(2026, 10)),
            1,
            null,
            LocalDate.of(2026, 10, 20),
            "hallmetrics",
            "00");
    PackInput open = new PackInput(early, input.rows(), input.gaps(), input.definitions());
    Table table = page(open, "p2-trend").tables().get(0);
    assertThat(column(table, 0)).endsWith("2026年9月").doesNotContain("2026年10月");
  }

  @Test
  void aMonthWithUnitsMissingIsMarkedAndSaid() {
    assertThat(page(new SampleCity().partial().input(), "p2-trend").foot())
        .contains("空心点为有单位未报送的月份");
    assertThat(page(new SampleCity().input(), "p2-trend").foot()).doesNotContain("空心点");
  }

  @Test
  void theRankingListsWhomItDoesNotRankWithTheReason() {
    Table table = page(new SampleCity().input(), "p4-ranking").tables().get(0);
    assertThat(table.rows()).last().isEqualTo(List.of("经开区", "—", "0/7", "样本少，不排名", "", ""));
  }

  @Test
  void equalFiguresShareTheirRank() {
    Table table =
        page(new SampleCity().districts(StressTest.all(20, 5_000)).input(), "p4-ranking")
            .tables()
            .get(0);
    assertThat(column(table, 3)).containsOnly("并列1");
  }

  @Test
  void aSecondEditionSaysWhyAndWhatChanged() {
    PackInput input = new SampleCity().second().input();
    assertThat(pages(input).get(0).tables().get(0).rows())
        .contains(List.of("数据说明", "第2版原因：补收安远县报送"));
    List<Table> tables = pages(input).stream().flatMap(page -> page.tables().stream()).toList();
    assertThat(tables)
        .filteredOn(table -> table.title().startsWith("与上一版不同的数"))
        .singleElement()
        .extracting(Table::rows)
        .asList()
        .containsExactly(
            List.of("差评率（每十万件）", "区县", "安远县", "1,231.2（229/18,600）", "1,238.6（231/18,650）", "50"),
            List.of("差评率（每十万件）", "区县", "未归属", "7,500.0（3/40）", "7,317.1（3/41）", "1"));
  }

  @Test
  void recordsAreListedUnderTheTitleOfTheirSourceNotOfTheirTable() {
    List<Table> tables =
        pages(new SampleCity().input()).stream().flatMap(page -> page.tables().stream()).toList();
    assertThat(tables)
        .filteredOn(table -> table.title().equals("记录去向"))
        .singleElement()
        .satisfies(table -> assertThat(column(table, 0)).containsExactly("市好差评平台评价", "督办系统整改台账"));
  }

  @Test
  void theSameFigureIsTheSameStringOnEveryPage() {
    List<Page> pages = pages(new SampleCity().input());
    Stream<List<String>> lines =
        pages.stream()
            .flatMap(page -> page.tables().stream())
            .flatMap(table -> table.rows().stream())
            .filter(row -> row.contains("231/18,650"));
    assertThat(lines).hasSize(3).allMatch(row -> row.contains("1,238.6"));
  }
}
