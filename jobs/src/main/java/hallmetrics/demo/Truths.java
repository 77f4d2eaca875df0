package hallmetrics.demo;

import hallmetrics.demo.Truth.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that was planted. All else is homogeneous: every region, body and hall draws from the
 * same rates, no rate has a trend, so a pack that names anything else is wrong.
 */
public final class Truths {
  private static final Set<String> OF_BAD_RATINGS =
      Set.of("bad_rate", "bad_count", "praise_rate", "praise_rate_all");
  private static final List<String> OF_TICKETS =
      List.of("on_time_closing_rate", "response_rate", "resolution_rate", "satisfaction_rate");
  private final List<Truth> all;
  private final Set<String> units;

  private Truths(List<Truth> all, Set<String> units) {
    this.all = List.copyOf(all);
    this.units = Set.copyOf(units);
  }

  /** The truths in a fixed order. */
  public List<Truth> all() {
    return all;
  }

  /** The truths of one kind. */
  public List<Truth> of(Kind kind) {
    return all.stream().filter(truth -> truth.kind() == kind).toList();
  }

  /**
   * Whether a finding about a unit is planted: the district that turned bad, or one of its own
   * bodies, halls or windows, by a metric that counts bad ratings.
   */
  public boolean allows(String metric, String scopeId) {
    return OF_BAD_RATINGS.contains(metric) && units.contains(scopeId);
  }

  /**
   * Whether a finding about the city's series follows from what was planted: one district's bad
   * ratings are the city's too.
   *
   * @param direction UP or DOWN
   */
  public boolean allowsCity(String metric, String direction) {
    boolean worse = direction.equals(metric.startsWith("bad") ? "UP" : "DOWN");
    return OF_BAD_RATINGS.contains(metric) && !units.isEmpty() && worse;
  }

  static Truths of(City city, Workdays workdays, DemoPlan plan, List<DeliveredFile> files) {
    List<Truth> truths = new ArrayList<>();
    Set<String> units = new TreeSet<>();
    if (plan.turnsBad() && plan.scale() >= 1) {
      City.Region region = city.region(Opinions.TURNED_BAD);
      String what = region.name() + "10月差评率升到平时的三倍以上，应当点名";
      truths.add(Truth.ofUnit(Kind.NAMED, "bad_rate", "REGION", region.id(), List.of(), what));
    }
    if (plan.turnsBad()) {
      units.addAll(within(city, city.region(Opinions.TURNED_BAD)));
    }
    truths.add(silence(workdays));
    for (String metric : OF_TICKETS) {
      String what = "高新区每月只有" + TicketMaker.QUIET_TICKETS + "张工单，列出、不排名";
      truths.add(
          Truth.ofUnit(Kind.NOT_RANKED, metric, "REGION", TicketMaker.QUIET, List.of(), what));
    }
    for (DeliveredFile file : files) {
      if (file.refused() != null) {
        truths.add(Truth.ofFile(Kind.REFUSED, file, "应当拒收：" + file.refused()));
      } else if (file.repeats() != null) {
        truths.add(Truth.ofFile(Kind.REPEATED, file, "与 " + file.repeats() + " 内容相同，不改变任何数"));
      }
    }
    return new Truths(truths, units);
  }

  private static Truth silence(Workdays workdays) {
    List<LocalDate> days =
        Silence.SINCE.datesUntil(Moment.LAST_DAY.plusDays(1)).filter(workdays::works).toList();
    String what = "白沙县政务服务中心自10月20日起没有报送，应为未接收，不是零";
    return Truth.ofUnit(Kind.NOT_RECEIVED, "evaluations", "HALL", Silence.HALL, days, what);
  }

  private static Set<String> within(City city, City.Region region) {
    Set<String> units = new TreeSet<>();
    units.add(region.id());
    city.orgs(region).forEach(org -> units.add(org.code()));
    for (City.Hall hall : city.halls(region)) {
      units.add(hall.id());
      hall.windows().forEach(window -> units.add(window.id()));
    }
    return units;
  }
}
