package hallmetrics.region;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.fault.Problems;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A code becomes the place in force on the day. */
class RegistersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
  private static final LocalDate EARLIER = LocalDate.of(2016, 5, 1);

  private static final String REGIONS =
      """
      region_id,gb_code,name,kind,parent_id,rank_group,population,valid_from,valid_to,successor_id
      3604,,九江市,CITY,,,4600000,,,
      SBJ,360400,市本级,CITY_LEVEL,3604,,,,,
      360421,360421,九江县,COUNTY,3604,县区,300000,,2017-08-31,360404
      360404,360404,柴桑区,COUNTY,3604,县区,300000,2017-09-01,,
      360402,360402,庐山区,COUNTY,3604,县区,,,2016-06-30,
      360402,360402,濂溪区,COUNTY,3604,县区,,2016-07-01,,
      JKQ,,经开区,ZONE,3604,功能区,,,,
      OLD,,老区,ZONE,3604,功能区,,,2020-12-31,
      """;
  private static final String ORGS =
      """
      org_code,uscc,name,short_name,region_id,kind,rank_group,valid_from,valid_to
      GA,11360400MB0001070G,示例市公安局,公安局,SBJ,CITY_DEPT,市直部门,,
      NC,,九江县住建局,住建局,360421,COUNTY_DEPT,,,
      """;
  private static final String HALLS =
      """
      hall_id,name,region_id,level,opened,closed,windows
      H1,市政务服务中心,SBJ,市级,2018-05-01,,32
      H2,旧大厅,360404,县级,2018-05-01,2026-09-30,
      """;
  private static final String WINDOWS =
      """
      window_id,hall_id,no,org_code,type,valid_from,valid_to
      H1-01,H1,01号,GA,综合窗口,,
      """;

  private final Registers registers = load(REGIONS);

  @Test
  void localAndGbCodesOfEveryLengthAreAccepted() {
    assertThat(registers.resolveRegion("JKQ", TODAY)).isEqualTo("JKQ");
    assertThat(registers.resolveRegion("360404", TODAY)).isEqualTo("360404");
    assertThat(registers.resolveRegion("360404000", TODAY)).isEqualTo("360404");
    assertThat(registers.resolveRegion(" 360404000000 ", TODAY)).isEqualTo("360404");
    assertThat(registers.resolveRegion("360400000000", TODAY)).isEqualTo("SBJ");
  }

  @Test
  void aTownNobodyRegisteredCountsInItsCounty() {
    assertThat(registers.resolveRegion("360404101", TODAY)).isEqualTo("360404");
    assertThat(registers.resolveRegion("360404101203", TODAY)).isEqualTo("360404");
  }

  @Test
  void aRetiredCodeLeadsToItsSuccessor() {
    assertThat(registers.resolveRegion("360421", EARLIER)).isEqualTo("360421");
    assertThat(registers.resolveRegion("360421", TODAY)).isEqualTo("360404");
    assertThat(registers.isRetired("360421", TODAY)).isTrue();
    assertThat(registers.isRetired("360421", EARLIER)).isFalse();
  }

  @Test
  void theLastDayOfARowIsStillItsOwn() {
    assertThat(registers.resolveRegion("360421", LocalDate.of(2017, 8, 31))).isEqualTo("360421");
    assertThat(registers.resolveRegion("360421", LocalDate.of(2017, 9, 1))).isEqualTo("360404");
  }

  @Test
  void whatNobodyKnowsIsNull() {
    assertThat(registers.resolveRegion("999999", TODAY)).isNull();
    assertThat(registers.resolveRegion("OLD", TODAY)).isNull();
    assertThat(registers.resolveRegion("360404", EARLIER)).isNull();
    assertThat(registers.resolveRegion(null, TODAY)).isNull();
    assertThat(registers.resolveRegion("", TODAY)).isNull();
  }

  @Test
  void aNameIsTheOneOfTheDay() {
    assertThat(registers.name("REGION", "360402", EARLIER)).isEqualTo("庐山区");
    assertThat(registers.name("REGION", "360402", TODAY)).isEqualTo("濂溪区");
    assertThat(registers.name("REGION", "OLD", TODAY)).isEqualTo("老区");
    assertThat(registers.name("WINDOW", "H1-01", TODAY)).isEqualTo("市政务服务中心01号");
    assertThat(registers.name("ITEM", "0001", TODAY)).isEqualTo("0001");
    assertThat(registers.name("ORG", "ZZ", TODAY)).isEqualTo("ZZ");
  }

  @Test
  void theTreeIsTheOneOfTheDay() {
    assertThat(registers.children("3604", TODAY)).containsExactly("SBJ", "360404", "360402", "JKQ");
    assertThat(registers.upwards("360404", TODAY)).containsExactly("360404", "3604");
    assertThat(registers.upwards("nowhere", TODAY)).isEmpty();
    assertThat(registers.isLeaf("360404", TODAY)).isTrue();
    assertThat(registers.isLeaf("3604", TODAY)).isFalse();
  }

  @Test
  void rankGroupsHoldWhatIsInForceInThePeriod() {
    assertThat(registers.rankGroups("REGION", TODAY.withDayOfMonth(1), TODAY))
        .containsOnlyKeys("县区", "功能区")
        .extractingByKey("县区")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("360404", "360402");
    assertThat(registers.rankGroups("HALL", TODAY.withDayOfMonth(1), TODAY)).containsOnlyKeys("市级");
    assertThat(registers.rankGroups("HALL", LocalDate.of(2026, 9, 30), TODAY))
        .containsOnlyKeys("市级", "县级");
  }

  @Test
  void anOfficeIsKnownByBothItsCodesAndKnowsItsRegion() {
    assertThat(registers.resolveOrg("11360400MB0001070G", TODAY)).isEqualTo("GA");
    assertThat(registers.resolveOrg("GA", TODAY)).isEqualTo("GA");
    assertThat(registers.regionOfOrg("NC", TODAY)).isEqualTo("360404");
    assertThat(registers.regionOfOrg("ZZ", TODAY)).isNull();
  }

  @Test
  void aClosedHallIsNoPlaceAnyMore() {
    assertThat(registers.resolveHall("H2", LocalDate.of(2026, 9, 30))).isEqualTo("H2");
    assertThat(registers.resolveHall("H2", TODAY)).isNull();
    assertThat(registers.resolveWindow("H1-01", TODAY)).isEqualTo("H1-01");
  }

  @Test
  void anExactNameOfOnePlaceIsAsGoodAsItsId() {
    assertThat(registers.resolveRegion(" 柴桑区 ", TODAY)).isEqualTo("360404");
    assertThat(registers.resolveRegion("庐山区", TODAY)).isEqualTo("360402");
    assertThat(registers.resolveRegion("九江县", TODAY)).isEqualTo("360404");
    assertThat(registers.resolveRegion("经开区", TODAY)).isEqualTo("JKQ");
    assertThat(registers.regionId("经开区"))
        .as("a record does not change with the registers")
        .isNull();
    assertThat(registers.resolveOrg("示例市公安局", TODAY)).isEqualTo("GA");
    assertThat(registers.resolveHall("市政务服务中心", TODAY)).isEqualTo("H1");
    assertThat(registers.resolveHall("旧大厅", TODAY)).isNull();
    assertThat(registers.resolveHall("政务服务中心", TODAY)).isNull();
    assertThat(registers.resolveWindow("01号", TODAY)).isNull();
  }

  @Test
  void aNameOfTwoPlacesIsNobodys() {
    Registers twins = load(REGIONS + "3604AA,,经开区,ZONE,3604,功能区,,,,\n");
    assertThat(twins.resolveRegion("经开区", TODAY)).isNull();
    assertThat(twins.resolveRegion("JKQ", TODAY)).isEqualTo("JKQ");
  }

  @Test
  void theFingerprintIsOfTheRowsNotOfTheirOrder() {
    List<String> lines = new ArrayList<>(REGIONS.lines().toList());
    lines.add(lines.remove(1));

    assertThat(load(String.join("\n", lines)).fingerprint()).isEqualTo(registers.fingerprint());
    assertThat(load(REGIONS.replace("经开区", "高新区")).fingerprint())
        .isNotEqualTo(registers.fingerprint());
  }

  @Test
  void theyTravelToTasks() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(registers);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Registers copy = (Registers) in.readObject();
      assertThat(copy.resolveRegion("360421000000", TODAY)).isEqualTo("360404");
      assertThat(copy.fingerprint()).isEqualTo(registers.fingerprint());
    }
  }

  private static Registers load(String regions) {
    Problems problems = new Problems();
    Registers loaded =
        new RegisterLoader(problems)
            .load(
                new RegisterLoader.Text("region.csv", regions),
                new RegisterLoader.Text("org.csv", ORGS),
                new RegisterLoader.Text("hall.csv", HALLS),
                new RegisterLoader.Text("window.csv", WINDOWS));
    assertThat(problems.list()).isEmpty();
    return loaded;
  }
}
