package hallmetrics.demo;

import hallmetrics.demo.Ticket.Request;
import java.util.List;

/** What callers ask for, in words with commas, quotes, line breaks, and now and then a number. */
final class Requests {
  private static final List<List<String>> TOPICS =
      List.of(
          List.of("社会保障", "养老金发放", "咨询退休后养老金何时到账"),
          List.of("社会保障", "社保卡", "社保卡遗失后如何补办"),
          List.of("户籍证件", "身份证办理", "身份证到期,能否异地换领"),
          List.of("不动产", "产权登记", "开发商迟迟不配合办理不动产证"),
          List.of("市场监管", "消费维权", "商家拒绝退款，说\"概不退换\""),
          List.of("城市管理", "占道经营", "小区门口占道经营，影响通行"),
          List.of("城市管理", "噪声扰民", "夜间施工噪声大\n已持续三晚"),
          List.of("交通出行", "公交线路", "建议增加早高峰班次"),
          List.of("住房公积金", "公积金提取", "提取公积金需要哪些材料"),
          List.of("医疗保障", "异地就医", "异地就医备案未生效"));
  private final People people;

  Requests(DemoPlan plan) {
    this.people = new People(plan);
  }

  Request draw(City.Org org, int person, Dice dice) {
    List<String> topic = dice.pick(TOPICS);
    String channel =
        new String[] {"电话", "微信", "网站", "客户端", "上级派发", "110转接"}
            [dice.weighted(0.88, 0.04, 0.03, 0.03, 0.01, 0.01)];
    String category =
        new String[] {"咨询", "投诉", "举报", "建议", "求助"}[dice.weighted(0.51, 0.39, 0.065, 0.017, 0.018)];
    String content = topic.get(2) + "，涉及" + org.name();
    if (dice.chance(0.2)) {
      content += "。联系电话" + people.phone(person);
    }
    if (dice.chance(0.03)) {
      content += "，身份证号" + people.identity(person);
    }
    return new Request(channel, category, topic.get(0), topic.get(1), topic.get(1) + "问题", content);
  }
}
