package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the city's platform and the kiosks write a rating. */
final class RatingRows {
  static final String[] PLATFORM_HEADER = {
    "评价编号", "办件编号", "服务次数", "评价节点", "评价次数", "评价对象", "满意度", "评价渠道", "评价详情", "文字评价", "评价时间", "是否默认",
    "是否有效", "无效原因", "认定时间", "区划代码", "部门代码", "大厅编号", "窗口编号", "事项编码", "办件类型", "评价人", "证件号码", "手机号",
    "经办人", "更新时间"
  };

  static final String[] KIOSK_HEADER = {
    "PJBH", "BJBH", "FWCS", "PJCS", "PJDX", "MYD", "PJQD", "WZPJ", "PJSJ", "XZQH", "BMDM", "DTBH",
    "CKBH", "SXBM", "SJHM", "XM"
  };

  private static final Map<String, String> NODES =
      Map.of("ACCEPT", "1", "PROCESS", "2", "FINISH", "3", "OTHER", "9");
  private static final Map<String, String> TARGETS =
      Map.of(
          "CASE",
          "办件",
          "ITEM",
          "事项",
          "STAFF",
          "窗口人员",
          "HALL",
          "大厅",
          "PLATFORM",
          "网站平台",
          "GUIDE",
          "办事指南");
  private static final Map<String, String> CHANNELS =
      Map.of(
          "PC",
          "1",
          "MOBILE",
          "2",
          "HALL_TABLET",
          "4",
          "HALL_OTHER",
          "5",
          "SMS",
          "6",
          "SYSTEM_DEFAULT",
          "7");
  private static final Map<String, String> REASONS = Map.of("MISTAKE", "误评", "MALICIOUS", "恶意");
  private static final String[] NOTHING = {"", "无", "—", "0"};
  private final People people;

  RatingRows(People people) {
    this.people = people;
  }

  /** A row of the city's platform: 5 is best, names and numbers of persons in clear. */
  String[] platform(Change<Rating> change) {
    Rating rating = change.record();
    Rating.Opinion said = rating.opinion();
    Rating.Verdict verdict = known(rating.verdict(), change.at());
    return new String[] {
      rating.id(),
      orNothing(rating.projectNo(), rating.person()),
      Integer.toString(rating.round().service()),
      code(NODES, rating.round().node()),
      Integer.toString(rating.round().assess()),
      code(TARGETS, rating.target()),
      Integer.toString(said.level()),
      code(CHANNELS, said.channel()),
      said.tags(),
      said.text(),
      Moment.text(rating.at(), Moment.DASHED),
      said.byDefault() ? "1" : "0",
      verdict == null ? "是" : "否",
      verdict == null ? "" : code(REASONS, verdict.reason()),
      verdict == null ? "" : Moment.text(verdict.at(), Moment.DASHED),
      rating.place().region().code(),
      rating.place().org(),
      orNothing(rating.place().hall(), rating.person()),
      orNothing(rating.place().window(), rating.person()),
      rating.item().code(),
      rating.item().instant() ? "即办件" : "承诺件",
      said.byDefault() ? "" : people.name(rating.person()),
      said.byDefault() ? "" : identity(rating.person()),
      said.byDefault() ? "" : people.phone(rating.person()),
      rating.place().window() == null ? "" : people.name(rating.person() % 400),
      Moment.text(change.at(), Moment.DASHED)
    };
  }

  /**
   * A row of the kiosks, whose levels follow GB/T 39046: 1 is best.
   *
   * @param inverted whether the vendor has turned the scale without saying so
   */
  String[] kiosk(Change<Rating> change, boolean inverted) {
    Rating rating = change.record();
    int level = rating.opinion().level();
    String region = rating.place().region().code();
    return new String[] {
      rating.id(),
      orNothing(rating.projectNo(), rating.person()),
      Integer.toString(rating.round().service()),
      Integer.toString(rating.round().assess()),
      code(TARGETS, rating.target()),
      Integer.toString(inverted ? level : 6 - level),
      rating.opinion().channel().equals("QR") ? "二维码" : "自助终端",
      rating.opinion().text(),
      Moment.text(rating.at(), Moment.BASIC),
      region.length() == 6 ? region + "000000" : region,
      rating.place().org(),
      orNothing(rating.place().hall(), rating.person()),
      orNothing(rating.place().window(), rating.person()),
      rating.item().code(),
      people.phone(rating.person()),
      people.name(rating.person())
    };
  }

  private static Rating.@Nullable Verdict known(Rating.@Nullable Verdict verdict, long now) {
    return verdict != null && verdict.at() <= now ? verdict : null;
  }

  private String identity(int person) {
    return person % 29 == 0 ? NOTHING[person / 29 % 4] : people.identity(person);
  }

  private static String orNothing(@Nullable String text, int person) {
    return text == null ? NOTHING[person % 3] : text;
  }

  private static String code(Map<String, String> codes, String value) {
    String code = codes.get(value);
    if (code == null) {
      throw new IllegalStateException("this platform has no code for " + value);
    }
    return code;
  }
}
