package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import org.jspecify.annotations.Nullable;

/**
 * How the approval platform writes what happened to a case: one row an event, the latest counts.
 */
final class CaseRows {
  static final String[] HEADER = {
    "办件编号", "事件", "事件时间", "事项编码", "事项名称", "部门代码", "区划", "大厅编号", "窗口编号", "办理形式", "办件类型", "申请时间",
    "受理时间", "承诺办结日期", "办结时间", "办理结果", "补正次数", "跑动次数", "申请人", "申请人证件", "联系电话"
  };

  private final People people;

  CaseRows(People people) {
    this.people = people;
  }

  String[] row(Change<CaseFile> change) {
    CaseFile file = change.record();
    long finish = Moment.known(file.finish(), change.at());
    boolean done = finish != Moment.NEVER;
    boolean online = file.online();
    return new String[] {
      file.projectNo(),
      done ? "办结" : "受理",
      Moment.text(change.at(), Moment.DASHED),
      file.item().code(),
      file.item().name(),
      file.place().org(),
      region(file),
      orEmpty(file.place().hall()),
      orEmpty(file.place().window()),
      online ? "网上办理" : "窗口办理",
      file.item().instant() ? "2" : "1",
      Moment.text(file.accept() - 60L * (file.person() % 30), Moment.DASHED),
      Moment.text(file.accept(), Moment.DASHED),
      file.due().toString(),
      Moment.text(finish, Moment.DASHED),
      !done ? "" : file.person() % 200 == 0 ? "不予许可" : "准予许可",
      Integer.toString(file.corrections()),
      Integer.toString(file.trips()),
      people.name(file.person()),
      people.identity(file.person()),
      people.phone(file.person())
    };
  }

  /** Six digits, twelve digits, or a code that was retired years ago and lives on in one system. */
  private static String region(CaseFile file) {
    String code = file.place().region().code();
    if (code.equals("360704") && file.person() % 33 == 0) {
      return "360721";
    }
    return code.length() == 6 && file.person() % 3 == 0 ? code + "000000" : code;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
