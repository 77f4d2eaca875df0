package hallmetrics.demo;

import hallmetrics.demo.Inbox.LedgerShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers a clerk keeps by hand: cases people could not get done (true dates), help given
 * (dates as text), and paper ratings (no number, full-width digits).
 */
final class SmallLedgers {
  static final LedgerShape UNRESOLVED =
      new LedgerShape(
          "unresolved-case",
          "ledger/bbcs_",
          "办不成事",
          "“办不成事”反映窗口登记表",
          List.of(
              "编号", "收到时间", "反映渠道", "反映人", "联系电话", "区划", "大厅编号", "事项编码", "责任单位代码", "原因", "复杂程度",
              "是否受理", "办理时限", "联系时间", "办结时间", "结果", "是否协调", "满意", "诉求", "更新时间"));
  static final LedgerShape ASSISTANCE =
      new LedgerShape(
          "assistance",
          "ledger/bdb_",
          "帮代办",
          "帮代办服务台账",
          List.of(
              "编号", "方式", "区划", "大厅编号", "帮办员", "服务对象", "服务对象电话", "对象类型", "事项编码", "开始时间", "完成时间",
              "是否免费", "收费", "满意", "更新时间"));
  static final LedgerShape PAPER =
      new LedgerShape(
          "paper-evaluation",
          "ledger/zzpj_",
          "登记表",
          "纸质评价登记表",
          List.of("登记日期", "区划", "大厅编号", "窗口编号", "责任单位代码", "事项编码", "满意度", "意见"));
  private static final int HOUR = 3600;
  private final City city;
  private final Workdays workdays;
  private final People people;
  private final long seed;
  private final double scale;
  private final Tallies tallies;

  SmallLedgers(City city, Workdays workdays, DemoPlan plan, long seed, Tallies tallies) {
    this.city = city;
    this.workdays = workdays;
    this.people = new People(plan);
    this.seed = seed;
    this.scale = plan.scale();
    this.tallies = tallies;
  }

  void write(Inbox inbox) {
    Feed<@Nullable Object[]> unresolved = new Feed<>();
    Feed<@Nullable Object[]> assistance = new Feed<>();
    Feed<@Nullable Object[]> paper = new Feed<>();
    for (LocalDate day = Moment.FIRST_DAY; !day.isAfter(Moment.LAST_DAY); day = day.plusDays(1)) {
      if (workdays.works(day)) {
        Dice dice = Dice.of(seed, "ledger", day);
        for (int i = dice.poisson(Math.max(0.3, scale)); i > 0; i--) {
          unresolved(day, i, dice, unresolved);
        }
        for (int i = dice.poisson(2 * Math.max(0.2, scale)); i > 0; i--) {
          assistance(day, i, dice, assistance);
        }
        for (int i = dice.poisson(1.2 * Math.max(0.2, scale)); i > 0; i--) {
          paper(day, i, dice, paper);
        }
      }
    }
    for (Period period : Period.all()) {
      List<@Nullable Object[]> rows = rows(unresolved, period);
      inbox.ledger(UNRESOLVED, period, rows, spoil(period, rows));
      inbox.ledger(ASSISTANCE, period, rows(assistance, period));
      inbox.ledger(PAPER, period, rows(paper, period));
    }
  }

  private static List<@Nullable Object[]> rows(Feed<@Nullable Object[]> feed, Period period) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    feed.states(period).forEach(change -> rows.add(change.record()));
    return rows;
  }

  /** A clerk's word where a date belongs, once a month. */
  private static Map<String, Integer> spoil(Period period, List<@Nullable Object[]> rows) {
    Map<String, Integer> rejected = new TreeMap<>();
    if (!period.nightly() && !rows.isEmpty()) {
      @Nullable Object[] copy = rows.get(0).clone();
      copy[0] = copy[0] + "X";
      copy[1] = "月底前";
      rows.add(copy);
      rejected.put("bad-date:receive_ts", 1);
    }
    return rejected;
  }

  private void unresolved(LocalDate day, int nth, Dice dice, Feed<@Nullable Object[]> feed) {
    City.Region region = region(dice);
    City.Item item = city.drawItem(region, "", dice);
    int person = dice.below(900_000);
    boolean accepted = dice.chance(0.94);
    boolean complex = dice.chance(0.4);
    int term = complex ? 10 : 5;
    LocalDate due = workdays.after(day, term);
    long received = Moment.at(day, dice.between(9 * HOUR, 16 * HOUR));
    int taken = dice.chance(0.04) ? term + 2 : dice.between(1, term);
    long resolved = Moment.at(workdays.after(day, taken), dice.between(10 * HOUR, 17 * HOUR));
    @Nullable Object[] row = {
      "BB" + day.toString().replace("-", "") + People.digits(nth, 3),
      Moment.time(received),
      new String[] {"窗口", "热线", "扫码", "网上"}[dice.weighted(0.6, 0.2, 0.15, 0.05)],
      people.name(person),
      person % 17 == 0 ? "—" : people.phone(person),
      region.code(),
      dice.pick(city.halls(region)).id(),
      dice.chance(0.2) ? "无" : item.code(),
      city.orgFor(region, item).code(),
      new String[] {"材料不全", "政策机制", "多部门协调", "窗口服务", "系统故障"}
          [dice.weighted(0.35, 0.25, 0.25, 0.08, 0.07)],
      complex ? "复杂" : "简单",
      accepted ? "受理" : "不予受理",
      accepted ? due : null,
      Moment.time(received + HOUR),
      null,
      accepted ? "办理中" : "不予办理",
      dice.chance(0.7) ? "是" : "否",
      null,
      "企业反映手续卡住,希望协调。联系人电话" + people.phone(person),
      Moment.time(received)
    };
    String key = (String) row[0];
    feed.add(key, received, row);
    if (accepted) {
      feed.add(key, resolved, solved(row, resolved, dice));
    }
  }

  private static @Nullable Object[] solved(@Nullable Object[] row, long at, Dice dice) {
    @Nullable Object[] after = row.clone();
    after[14] = Moment.time(at);
    after[15] = dice.chance(0.85) ? "已办成" : "政策不符已解释";
    after[17] = dice.chance(0.95) ? "满意" : "不满意";
    after[19] = Moment.time(at);
    return after;
  }

  private void assistance(LocalDate day, int nth, Dice dice, Feed<@Nullable Object[]> feed) {
    City.Region region = region(dice);
    int person = dice.below(900_000);
    long start = Moment.at(day, dice.between(9 * HOUR, 16 * HOUR));
    long finish =
        Moment.at(workdays.after(day, dice.between(1, 6)), dice.between(9 * HOUR, 61_000));
    @Nullable Object[] row = {
      "DB" + day.toString().replace("-", "") + People.digits(nth, 3),
      new String[] {"帮办", "代办", "上门办"}[dice.weighted(0.6, 0.33, 0.07)],
      region.code(),
      dice.pick(city.halls(region)).id(),
      people.name(person % 90),
      people.name(person),
      people.phone(person),
      new String[] {"个人", "老年人", "残疾人", "企业", "重点项目"}[dice.weighted(0.4, 0.25, 0.05, 0.25, 0.05)],
      city.drawItem(region, "", dice).code(),
      Moment.text(start, Moment.SLASHED),
      "",
      "是",
      0,
      "",
      Moment.text(start, Moment.DASHED)
    };
    String key = (String) row[0];
    feed.add(key, start, row);
    @Nullable Object[] after = row.clone();
    after[10] = Moment.text(finish, Moment.SLASHED);
    after[13] = dice.chance(0.97) ? "满意" : "不满意";
    after[14] = Moment.text(finish, Moment.DASHED);
    feed.add(key, finish, after);
  }

  private void paper(LocalDate day, int nth, Dice dice, Feed<@Nullable Object[]> feed) {
    City.Region region = region(dice);
    City.Hall hall = city.drawHall(region, dice);
    City.Window window = dice.pick(hall.windows());
    @Nullable Object[] row = {
      Moment.CHINESE.format(day),
      wide(region.code()),
      hall.id(),
      window.id(),
      window.org(),
      city.drawItem(region, window.line(), dice).code(),
      new String[] {"非常满意", "满意", "基本满意"}[dice.weighted(0.9, 0.07, 0.03)],
      dice.chance(0.3) ? "老年人手工填写,服务周到" : null
    };
    if (!Silence.covers(hall.id(), Moment.at(day, 0))) {
      feed.add(day + "/" + nth, Moment.at(day, 43_200), row);
      tallies.paper(region.id(), Moment.at(day, 43_200));
    }
  }

  private City.Region region(Dice dice) {
    double[] weights = city.regions.stream().mapToDouble(City.Region::weight).toArray();
    return city.regions.get(dice.weighted(weights));
  }

  /** Full-width digits and letters, as some keyboards leave them. */
  static String wide(String text) {
    StringBuilder result = new StringBuilder();
    text.chars()
        .forEach(each -> result.append((char) (each > 32 && each < 127 ? each + 0xFEE0 : each)));
    return result.toString();
  }
}
