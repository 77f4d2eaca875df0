package hallmetrics.demo;

import hallmetrics.demo.Inbox.Shape;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Delivers the messages people leave online, GB18030, dates as a spreadsheet would export them. */
final class MessageFiles {
  static final Shape SHAPE =
      new Shape("online-message", "message", "wz_", ".csv", Charset.forName("GBK"), false, ',');
  private static final String[] HEADER = {
    "留言编号", "留言用户", "手机", "留言主题", "留言内容", "留言类型", "领域", "区划", "承办单位代码", "留言时间", "答复时间", "答复意见",
    "是否公开", "点赞数", "更新时间"
  };
  private static final int HOUR = 3600;
  private final City city;
  private final Workdays workdays;
  private final People people;
  private final Requests requests;
  private final long seed;
  private final double scale;

  MessageFiles(City city, Workdays workdays, DemoPlan plan, long seed) {
    this.city = city;
    this.workdays = workdays;
    this.people = new People(plan);
    this.requests = new Requests(plan);
    this.seed = seed;
    this.scale = plan.scale();
  }

  void write(Inbox inbox) {
    Feed<String[]> feed = new Feed<>();
    for (LocalDate day = Moment.FIRST_DAY; !day.isAfter(Moment.LAST_DAY); day = day.plusDays(1)) {
      Dice dice = Dice.of(seed, "message", day);
      for (int i = dice.poisson(2 * Math.max(0.2, scale)); i > 0; i--) {
        message(day, i, dice, feed);
      }
    }
    for (Period period : Period.all()) {
      List<String[]> rows = new ArrayList<>();
      feed.states(period).forEach(change -> rows.add(change.record()));
      inbox.write(SHAPE, period.asOf(), 1, HEADER, rows, Map.of());
    }
  }

  private void message(LocalDate day, int nth, Dice dice, Feed<String[]> feed) {
    City.Region region =
        city.regions.get(
            dice.weighted(city.regions.stream().mapToDouble(City.Region::weight).toArray()));
    City.Org org = dice.pick(city.orgs(region));
    int person = dice.below(900_000);
    Ticket.Request request = requests.draw(org, person, dice);
    long posted = Moment.at(day, dice.between(7 * HOUR, 23 * HOUR));
    int taken = dice.chance(0.08) ? dice.between(16, 25) : dice.between(1, 15);
    long replied = Moment.at(workdays.after(day, taken), dice.between(9 * HOUR, 17 * HOUR));
    String[] row = {
      "LY" + day.toString().replace("-", "") + People.digits(nth, 3),
      people.name(person),
      people.phone(person),
      request.title(),
      request.content(),
      request.category(),
      request.topic(),
      region.code(),
      org.code(),
      Moment.text(posted, Moment.SLASHED),
      "",
      "",
      dice.chance(0.9) ? "是" : "否",
      Integer.toString(dice.chance(0.7) ? 0 : dice.below(40)),
      Moment.text(posted, Moment.DASHED)
    };
    feed.add(row[0], posted, row);
    String[] after = row.clone();
    after[10] = Moment.text(replied, Moment.SLASHED);
    after[11] = "已转" + org.name() + "办理，感谢关注";
    after[14] = Moment.text(replied, Moment.DASHED);
    feed.add(row[0], replied, after);
  }
}
