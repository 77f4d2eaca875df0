package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.lint.Lint;
import hallmetrics.pack.SampleCity.District;
import hallmetrics.page.Facts;
import hallmetrics.page.Gaps;
import hallmetrics.page.Page;
import hallmetrics.page.PageMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No page loses, covers or blurs a word, whatever the figures are. */
class StressTest {
  /** The sheets of one long table are alike: so many of them are looked at. */
  private static final int MOST_TABLES = 6;

  static Stream<Arguments> named() {
    return cities().entrySet().stream().map(city -> Arguments.of(city.getKey(), city.getValue()));
  }

  /** Cities that try every page's patience, by name. */
  static Map<String, SampleCity> cities() {
    Map<String, SampleCity> cities = new TreeMap<>();
    cities.put("usual", new SampleCity());
    cities.put("second edition", new SampleCity().second());
    cities.put("worse", new SampleCity().newest(1.6));
    cities.put("outlier", new SampleCity().newest(100));
    cities.put("partial", new SampleCity().newest(1.3).partial());
    cities.put("few months", new SampleCity().months(3));
    cities.put("twelve months", new SampleCity().months(12));
    cities.put("missing months", new SampleCity().missing(2, 3, 9, 23));
    cities.put("no history", new SampleCity().months(1));
    cities.put("one region", new SampleCity().districts(SampleCity.twelve().subList(0, 1)));
    cities.put("200 regions", new SampleCity().districts(many(200)));
    cities.put("twelve characters", new SampleCity().districts(renamed("高新技术产业开发示范新区")));
    cities.put("rare character", new SampleCity().districts(renamed("堽城")));
    cities.put("k=0", new SampleCity().districts(all(0, 5_000)));
    cities.put("k=N", new SampleCity().districts(all(5_000, 5_000)));
    cities.put("N=0", new SampleCity().districts(all(0, 0)));
    cities.put("all equal", new SampleCity().districts(all(20, 5_000)));
    cities.put("millions", new SampleCity().districts(all(123_456, 12_345_678)));
    cities.put("two groups", new SampleCity().districts(grouped()));
    cities.put("quarter", new SampleCity().quarter());
    cities.put("small", new SampleCity().districts(SmallCityTest.small(96, 64, 17)).months(2));
    cities.put(
        "unassigned",
        new SampleCity().districts(SmallCityTest.small(0, 0, 0)).unassigned(12, 192).second());
    cities.put("many gaps", new SampleCity().gaps(manyGaps()).second());
    return cities;
  }

  static List<District> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new District("R" + (1000 + i), "第" + i + "街道", "区县", i % 37 * 3, 900 + i * 31L))
        .toList();
  }

  private static List<District> renamed(String name) {
    return SampleCity.twelve().stream()
        .map(d -> new District(d.id(), name, d.group(), d.bad(), d.ratings()))
        .toList();
  }

  static List<District> all(long bad, long ratings) {
    return SampleCity.twelve().stream()
        .map(d -> new District(d.id(), d.name(), d.group(), bad, ratings))
        .toList();
  }

  private static List<District> grouped() {
    List<District> districts = new ArrayList<>();
    for (District d : SampleCity.twelve()) {
      String group = d.name().endsWith("县") ? "县" : "市辖区";
      districts.add(new District(d.id(), d.name(), group, d.bad(), d.ratings()));
    }
    return districts;
  }

  private static Gaps manyGaps() {
    List<Gaps.NotReceived> missing = new ArrayList<>();
    List<Gaps.Refused> refused = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      missing.add(new Gaps.NotReceived("第" + i + "政务服务大厅", "第" + i % 5 + "号来源的评价数据", null));
      refused.add(
          new Gaps.Refused(
              "pingjia_shuju_quanliang_202610" + i + ".csv",
              "市好差评平台评价",
              "文件在第 1,204,553 行起引号没有闭合，其后各行无法分辨，整份文件未读入，须重新导出"));
    }
    return new Gaps(missing, refused, List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("named")
  void everyWordIsLegible(String name, SampleCity city) {
    legible(city.input());
  }

  @Test
  void everyWordIsLegibleWhereManyAreNamed() {
    legible(ClaimedCity.crowded().input());
  }

  private static void legible(PackInput input) {
    List<String> complaints = new ArrayList<>();
    int tables = 0;
    for (Page page :
        PageMaker.make(new Facts(input.issue(), input.rows(), input.gaps(), input.definitions()))) {
      tables += page.kind() == Page.Kind.TABLE ? 1 : 0;
      if (tables > MOST_TABLES) {
        break;
      }
      Lint.page(page).forEach(complaint -> complaints.add(page.id() + " " + complaint));
      if (page.kind() == Page.Kind.CHART) {
        Lint.picture(page, 358, 400).forEach(c -> complaints.add(page.id() + " narrow " + c));
        Lint.picture(page, 1000, 460).forEach(c -> complaints.add(page.id() + " wide " + c));
      }
    }
    assertThat(complaints).isEmpty();
  }
}
