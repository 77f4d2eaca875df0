package hallmetrics.testing;

import hallmetrics.fault.Problems;
import hallmetrics.region.RegisterLoader;
import hallmetrics.region.RegisterLoader.Text;
import hallmetrics.region.Registers;

/** A small city: five districts under one city, three offices, four halls, some windows. */
public final class TestCity {
  private TestCity() {}

  /** Its registers. D5 became D1 in the middle of 2026; H4 closed at the end of September. */
  public static Registers registers() {
    Problems problems = new Problems();
    Registers registers =
        new RegisterLoader(problems)
            .load(
                new Text(
                    "region.csv",
                    """
                    region_id,gb_code,name,kind,parent_id,rank_group,population,valid_from,valid_to,successor_id
                    C,990100,示例市,CITY,,,,,,
                    SBJ,,市本级,CITY_LEVEL,C,,,,,
                    D1,990101,一区,COUNTY,C,县区,,,,
                    D2,990102,二区,COUNTY,C,县区,,,,
                    D3,990103,三区,COUNTY,C,县区,,,,
                    T1,990103001,三区甲镇,TOWN,D3,,,,,
                    D4,990104,四区,COUNTY,C,县区,,,,
                    D5,990105,五区,COUNTY,C,县区,,,2026-06-30,D1
                    """),
                new Text(
                    "org.csv",
                    """
                    org_code,uscc,name,short_name,region_id,kind,rank_group,valid_from,valid_to
                    GA,11990100MB0001070G,市公安局,公安局,SBJ,CITY_DEPT,市直部门,,
                    RS,,市人社局,人社局,SBJ,CITY_DEPT,市直部门,,
                    ZJ,,二区住建局,住建局,D2,COUNTY_DEPT,县区部门,,
                    """),
                new Text(
                    "hall.csv",
                    """
                    hall_id,name,region_id,level,opened,closed,windows
                    H1,市中心,SBJ,市级,,,
                    H2,一区大厅,D1,县级,,,
                    H3,二区大厅,D2,县级,,,
                    H4,三区大厅,D3,县级,,2026-09-30,
                    """),
                new Text(
                    "window.csv",
                    """
                    window_id,hall_id,no,org_code,type,valid_from,valid_to
                    H1-01,H1,01号,GA,综合,,
                    H1-02,H1,02号,RS,综合,,
                    H2-01,H2,01号,GA,综合,,
                    """));
    problems.throwIfAny();
    return registers;
  }
}
