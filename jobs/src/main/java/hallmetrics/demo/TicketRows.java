package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import hallmetrics.demo.Ticket.Leg;
import hallmetrics.demo.Ticket.Revisit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the hotline writes a ticket and a leg as they stand at a moment. */
final class TicketRows {
  static final String[] TICKET_HEADER = {
    "工单编号", "关联工单", "受理时间", "来源", "诉求类型", "一级分类", "二级分类", "归属区划", "来电人", "来电号码", "标题", "内容", "是否直办",
    "承办单位代码", "派单时间", "办结时间", "回访时间", "退单次数", "重派次数", "解决情况", "结果满意度", "服务满意度", "有效回访", "剔除原因",
    "工单状态", "更新时间"
  };

  static final String[] LEG_HEADER = {
    "工单编号", "承办序号", "承办单位代码", "承办区划", "派单时间", "签收时间", "联系时限", "联系时间", "退单时间", "退单同意", "办理时限",
    "答复时间", "承办状态", "承办人", "更新时间"
  };

  /** Column of the request's words, the place where a transfer may break off. */
  static final int CONTENT = 11;

  private final People people;

  TicketRows(People people) {
    this.people = people;
  }

  String[] ticket(Change<Ticket> change) {
    Ticket ticket = change.record();
    long now = change.at();
    long close = Moment.known(ticket.close(), now);
    Revisit call = known(ticket.revisit(), now);
    boolean direct = ticket.direct();
    int returned = (int) ticket.legs().stream().filter(leg -> leg.returned() <= now).count();
    return new String[] {
      ticket.no(),
      orEmpty(ticket.parent()),
      Moment.text(ticket.receive(), Moment.DASHED),
      ticket.request().channel(),
      ticket.request().category(),
      ticket.request().topic(),
      ticket.request().detail(),
      ticket.region().code(),
      people.name(ticket.person()),
      ticket.person() % 31 == 0 ? "无" : people.phone(ticket.person()),
      ticket.request().title(),
      ticket.request().content(),
      direct ? "是" : "否",
      direct ? "" : ticket.org().code(),
      direct
          ? ""
          : Moment.text(Moment.known(ticket.legs().get(0).dispatched(), now), Moment.DASHED),
      Moment.text(close, Moment.DASHED),
      call == null ? "" : Moment.text(call.at(), Moment.DASHED),
      Integer.toString(returned),
      Integer.toString(returned),
      call == null ? "" : resolved(call.resolved()),
      call == null ? "" : call.result(),
      call == null ? "" : call.service(),
      call == null ? "" : yes(call.valid()),
      call == null ? "" : orEmpty(call.excluded()),
      call != null ? "已回访" : close != Moment.NEVER ? "已办结" : direct ? "已受理" : "办理中",
      Moment.text(now, Moment.DASHED)
    };
  }

  String[] leg(Change<Leg> change) {
    Leg leg = change.record();
    long now = change.at();
    long replied = Moment.known(leg.replied(), now);
    long returned = Moment.known(leg.returned(), now);
    boolean back = returned != Moment.NEVER;
    return new String[] {
      leg.ticketNo(),
      Integer.toString(leg.seq()),
      leg.org().code(),
      leg.org().region().code(),
      Moment.text(leg.dispatched(), Moment.DASHED),
      Moment.text(Moment.known(leg.signed(), now), Moment.DASHED),
      date(leg.contactDue()),
      Moment.text(Moment.known(leg.contact(), now), Moment.DASHED),
      Moment.text(returned, Moment.DASHED),
      back ? "是" : "",
      date(leg.due()),
      Moment.text(replied, Moment.DASHED),
      back ? "已退单" : replied != Moment.NEVER ? "已答复" : "办理中",
      people.name(leg.org().code().hashCode() & 1023),
      Moment.text(now, Moment.DASHED)
    };
  }

  private static @Nullable Revisit known(@Nullable Revisit revisit, long now) {
    return revisit != null && revisit.at() <= now ? revisit : null;
  }

  private static String date(LocalDate day) {
    return day.toString();
  }

  private static String resolved(String outcome) {
    return switch (outcome) {
      case "RESOLVED" -> "已解决";
      case "EXPLAINED" -> "已解释";
      case "UNRESOLVED" -> "未解决";
      default -> "不明";
    };
  }

  private static String yes(boolean value) {
    return value ? "是" : "否";
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
