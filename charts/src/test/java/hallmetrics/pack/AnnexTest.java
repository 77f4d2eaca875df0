package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.RestatementRow;
import hallmetrics.pack.SampleCity.District;
import hallmetrics.page.Facts;
import hallmetrics.page.Issue;
import hallmetrics.page.Page;
import hallmetrics.page.PageMaker;
import hallmetrics.page.Rows;
import hallmetrics.plot.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tables behind the pages say, and in which order. */
class AnnexTest {
  private static List<Page> pages(PackInput input) {
    return PageMaker.make(
        new Facts(input.issue(), input.rows(), input.gaps(), input.definitions()));
  }

  private static List<List<String>> regions(PackInput input) {
    return pages(input).stream()
        .filter(page -> page.title().startsWith("附表：各区县指标"))
        .flatMap(page -> page.tables().stream())
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.get(0).startsWith("差评率"))
        .toList();
  }

  private static Table restated(PackInput input, List<RestatementRow> restated) {
    Rows rows = input.rows();
    Rows changed =
        new Rows(
            rows.metrics(), rows.history(), rows.rankings(), rows.fates(), restated, rows.claims());
    PackInput second = new PackInput(input.issue(), changed, input.gaps(), input.definitions());
    return pages(second).stream()
        .flatMap(page -> page.tables().stream())
        .filter(table -> table.title().startsWith("与上一版不同的数"))
        .findFirst()
        .orElseThrow();
  }

  private static RestatementRow row(String scope, String id, String split, double now) {
    return new RestatementRow(
        "2026-10",
        2,
        "evaluations",
        scope,
        id,
        split,
        split.isEmpty() ? "" : "QR",
        5.0,
        null,
        5.0,
        now,
        null,
        now,
        1,
        "补收");
  }

  @Test
  void whatNamesNoDistrictComesAfterTheDistricts() {
    List<List<String>> rows = regions(new SampleCity().unassigned(3, 61).input());
    assertThat(rows).last().satisfies(row -> assertThat(row.get(1)).isEqualTo("未归属"));
    assertThat(rows).first().satisfies(row -> assertThat(row.get(1)).isEqualTo("章贡区"));
  }

  @Test
  void tooSmallASampleIsNotCalledNormal() {
    List<List<String>> rows = regions(new SampleCity().input());
    assertThat(rows)
        .filteredOn(row -> row.get(1).equals("经开区"))
        .singleElement()
        .satisfies(row -> assertThat(row).endsWith("样本少"));
    assertThat(rows)
        .filteredOn(row -> row.get(1).equals("章贡区"))
        .singleElement()
        .satisfies(row -> assertThat(row).endsWith("正常"));
    List<District> none = List.of(new District("360702", "章贡区", "区县", 0, 0));
    assertThat(regions(new SampleCity().districts(none).input()).get(0)).endsWith("无业务");
  }

  @Test
  void onlyWholeFiguresOfPlacesAreListedAsRestated() {
    Table table =
        restated(
            new SampleCity().input(),
            List.of(
                row("ALL", "", "", 6),
                row("ALL", "", "channel", 6),
                row("REGION", "3607", "", 6),
                row("REGION", "360702", "", 7),
                row("ORG", "(none)", "", 11),
                row("ORG", "B6", "", 8),
                row("HALL", "H4", "", 9),
                row("WINDOW", "W1", "", 10)));
    assertThat(table.rows())
        .extracting(row -> row.get(4))
        .containsExactly("6", "7", "8", "11", "9");
    assertThat(table.title()).isEqualTo("与上一版不同的数（另有3项见restatements.parquet）");
  }

  @Test
  void whatIsNotListedIsCountedEvenAlone() {
    Table table = restated(new SampleCity().input(), List.of(row("WINDOW", "W1", "", 10)));
    assertThat(table.rows()).isEmpty();
    assertThat(table.title()).isEqualTo("与上一版不同的数（另有1项见restatements.parquet）");
  }

  @Test
  void aReasonIsPrintedOnlyWhereThereIsOne() {
    PackInput input = new SampleCity().input();
    Issue old = input.issue();
    for (String reason : List.of("", " ")) {
      Issue issue =
          new Issue(
              old.site(), old.period(), 1, reason, old.asOf(), old.software(), old.figuresHash());
      PackInput first = new PackInput(issue, input.rows(), input.gaps(), input.definitions());
      assertThat(pages(first).get(0).tables().get(0).rows())
          .noneMatch(row -> row.get(1).contains("原因"));
    }
  }

  @Test
  void anOlderVersionIsNotCalledReplaced() {
    List<Page> pages = pages(new SampleCity().input());
    assertThat(pages.get(0).tables().get(0).rows())
        .anyMatch(row -> row.get(1).contains("，早于已有版本31条，"));
    assertThat(pages)
        .flatExtracting(Page::tables)
        .filteredOn(table -> table.title().equals("记录去向"))
        .singleElement()
        .satisfies(table -> assertThat(table.columns().get(3).title()).isEqualTo("早于已有版本"));
  }
}
