package hallmetrics.demo;

import hallmetrics.demo.Rating.Opinion;
import java.time.LocalDate;
import java.util.List;

/** What people say: the same rate of bad ratings everywhere, but for one district in one month. */
final class Opinions {
  /** The district that turned bad, and since when. */
  static final String TURNED_BAD = "360702";

  static final LocalDate TURNED_BAD_SINCE = LocalDate.of(2026, 10, 1);

  private static final List<String> PRAISE =
      List.of("服务热情，办得快", "一次就办好了", "材料一次性告知，很清楚", "工作人员耐心", "流程比以前简单", "不错");
  private static final List<String> COMPLAINT =
      List.of("窗口态度生硬", "让我跑了三趟", "材料要求与指南不一致", "等了两个小时没人办", "系统总是提交失败", "超过承诺时间没有办好");
  private static final List<String> BAD_TAGS = List.of("101", "103", "107", "112");
  private final DemoPlan plan;

  /** Of the district that turned bad every so many-th rating is bad: the planted rate is exact. */
  private double owed;

  private final People people;

  Opinions(DemoPlan plan, People people) {
    this.plan = plan;
    this.people = people;
  }

  Opinion draw(City.Region region, long at, String channel, int person, Dice dice) {
    int level = level(region, at, dice);
    boolean bad = level <= 2;
    String tags = bad ? level + BAD_TAGS.get(dice.below(4)).substring(1) : level + "10";
    if (dice.chance(0.3)) {
      tags += "," + level + "17";
    }
    return new Opinion(level, channel, tags, text(bad, person, dice), false);
  }

  Opinion byDefault(String channel) {
    return new Opinion(3, channel, "", "", true);
  }

  private int level(City.Region region, long at, Dice dice) {
    if (bad(region, at, dice)) {
      return dice.chance(0.7) ? 1 : 2;
    }
    return 5 - dice.weighted(0.991, 0.006, 0.003);
  }

  private boolean bad(City.Region region, long at, Dice dice) {
    boolean turned =
        plan.turnsBad()
            && region.id().equals(TURNED_BAD)
            && at >= Moment.at(TURNED_BAD_SINCE, 0)
            && at < Moment.END;
    if (!turned) {
      return dice.chance(plan.badPer100k() / 100_000.0);
    }
    owed += plan.turnedBadPer100k() / 100_000.0;
    if (owed < 1) {
      return false;
    }
    owed--;
    return true;
  }

  private String text(boolean bad, int person, Dice dice) {
    double wordy = dice.uniform();
    if (bad) {
      return wordy < 0.8 ? withPerson(dice.pick(COMPLAINT), person, dice) : "";
    }
    if (wordy > 0.06) {
      return "";
    }
    String words = dice.pick(PRAISE);
    return wordy < 0.01 ? withQuotes(words, dice) : words;
  }

  private String withPerson(String words, int person, Dice dice) {
    return switch (dice.weighted(0.6, 0.25, 0.15)) {
      case 1 -> words + "，请回电" + people.phone(person);
      case 2 -> words + "，本人身份证" + people.identity(person) + "，请处理";
      default -> words;
    };
  }

  private static String withQuotes(String words, Dice dice) {
    return dice.chance(0.5) ? "说是\"最多跑一次\"," + words + "。\n下次还来" : words + ",谢谢\"综合窗口\"";
  }
}
