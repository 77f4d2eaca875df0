package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.ClaimRow;
import hallmetrics.page.Facts;
import hallmetrics.page.Gaps;
import hallmetrics.page.Page;
import hallmetrics.page.PageMaker;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** No claim of an edition is missing from its pack. */
class NamedUnitsTest {
  private static final String DISTRICT = "360726";

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

  private static List<List<String>> annex(PackInput input, String title) {
    return pages(input).stream()
        .filter(page -> page.title().startsWith(title))
        .flatMap(page -> page.tables().stream())
        .flatMap(table -> table.rows().stream())
        .toList();
  }

  @Test
  void severalMetricsOfOneUnitAreOneSentence() {
    PackInput input =
        new ClaimedCity()
            .named("rectification_rate", "REGION", DISTRICT, "安远县", 1e-7)
            .named("rectification_on_time_rate", "REGION", DISTRICT, "安远县", 1e-9)
            .named("praise_rate", "REGION", DISTRICT, "安远县", 1e-3)
            .input();
    assertThat(section(input, "本期要点"))
        .containsExactly(
            "安远县4项指标显著差于同组其余区县：差评率1,238.6件/十万件（231/18,650）、"
                + "按期整改率60.00%（60/100）、差评整改率60.00%（60/100）等（见第5、6页）。");
    assertThat(section(input, "需要您决定的事")).first().isEqualTo("是否对安远县的差评率等4项指标开展专项督导。");
  }

  @Test
  void aUnitNoPageRanksIsClaimedAllTheSame() {
    PackInput input =
        new ClaimedCity().named("praise_rate", "HALL", "H3", "桥北区政务服务中心", 1e-5).input();
    assertThat(section(input, "本期要点"))
        .last()
        .isEqualTo("桥北区政务服务中心好评率（主动）显著低于同组其余大厅：60.00%（60/100），列末位（见第6页）。");
    assertThat(pages(input).get(5).title()).isEqualTo("附表：点名和异常");
  }

  @Test
  void goodOnesComeAfterBadOnes() {
    PackInput input =
        new ClaimedCity()
            .named("praise_rate", "ORG", "B1", "市民政局", "BEST", 1e-9)
            .named("praise_rate", "HALL", "H3", "桥北区政务服务中心", 1e-5)
            .input();
    assertThat(section(input, "本期要点"))
        .last()
        .asString()
        .startsWith("市民政局好评率（主动）显著高于同组其余部门：60.00%（60/100），列第一位");
    assertThat(section(input, "需要您决定的事")).noneMatch(line -> line.contains("市民政局"));
  }

  @Test
  void whatTheFirstPageHasNoRoomForIsCountedAndListed() {
    PackInput input = ClaimedCity.crowded().input();
    assertThat(section(input, "本期要点")).hasSize(5).last().isEqualTo("其余18项点名和异常见附表（见第6页）。");
    assertThat(section(input, "需要您决定的事")).contains("是否对另被点名的高新技术产业开发示范新区1等9个单位开展专项督导。");
  }

  @Test
  void everyClaimStandsInTheAnnex() {
    PackInput input = ClaimedCity.crowded().input();
    List<List<String>> rows = annex(input, "附表：点名和异常");
    assertThat(rows).hasSize(input.rows().claims().size());
    for (ClaimRow claim : input.rows().claims()) {
      String metric =
          input.definitions().metrics().stream()
              .filter(one -> one.id().equals(claim.metric()))
              .findFirst()
              .orElseThrow()
              .title();
      assertThat(rows)
          .anyMatch(
              row ->
                  row.get(0).equals(Objects.requireNonNull(claim.scopeName()))
                      && row.get(2).equals(metric)
                      && row.get(7).equals("黑榜"));
    }
    PackInput worse = new SampleCity().newest(1.6).input();
    assertThat(annex(worse, "附表：点名和异常"))
        .anyMatch(row -> row.get(0).equals("示例市") && row.get(7).equals("异常偏高"));
  }

  @Test
  void ranksInTheAnnexCarryTheMark() {
    assertThat(annex(new SampleCity().input(), "附表：各区县指标"))
        .anyMatch(row -> row.get(1).equals("安远县") && row.get(5).equals("11（黑榜）"));
  }

  @Test
  void aSourceThatSentNothingIsAskedForOnce() {
    Gaps gaps =
        new Gaps(List.of(new Gaps.NotReceived("好差评平台", "好差评平台", null)), List.of(), List.of());
    PackInput input = new SampleCity().gaps(gaps).input();
    assertThat(section(input, "需要您决定的事")).contains("是否督促好差评平台补报。");
    assertThat(section(input, "未接收")).containsExactly("好差评平台");
  }
}
