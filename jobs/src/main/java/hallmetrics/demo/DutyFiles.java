package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import hallmetrics.demo.Inbox.LedgerShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers the ledger of rectifications: spreadsheets with true date cells. */
final class DutyFiles {
  static final LedgerShape SHAPE =
      new LedgerShape(
          "rectification",
          "ledger/zgtz_",
          "整改台账",
          "示例市政务服务整改台账",
          List.of(
              "序号", "整改编号", "来源", "来源编号", "区划", "大厅编号", "窗口编号", "责任单位代码", "责任人", "责任人电话", "问题",
              "问题类型", "期限类型", "建单时间", "核实时间", "核实结果", "完成时限", "整改完成时间", "销号时间", "反馈时间", "回访时间",
              "回访满意", "状态", "更新时间"));

  private final Feed<Duty> duties;
  private final People people;

  DutyFiles(Feed<Duty> duties, DemoPlan plan) {
    this.duties = duties;
    this.people = new People(plan);
  }

  void write(Inbox inbox) {
    for (Period period : Period.all()) {
      List<@Nullable Object[]> rows = new ArrayList<>();
      for (Change<Duty> change : duties.states(period)) {
        rows.add(row(rows.size() + 1, change));
      }
      inbox.ledger(SHAPE, period, rows);
    }
  }

  /** Adds a row's life to the feed: opened, checked, done, struck off, called back. */
  static void follow(Feed<Duty> feed, Duty duty) {
    feed.add(duty.id(), duty.opened(), duty);
    feed.add(duty.id(), duty.verified(), duty);
    feed.add(duty.id(), duty.done(), duty);
    feed.add(duty.id(), duty.closed(), duty);
    feed.add(duty.id(), duty.revisit(), duty);
  }

  private @Nullable Object[] row(int number, Change<Duty> change) {
    Duty duty = change.record();
    long now = change.at();
    Boolean satisfied = duty.answered(now);
    return new @Nullable Object[] {
      number,
      duty.id(),
      duty.origin(),
      duty.originId(),
      duty.place().region().code(),
      duty.place().hall(),
      duty.place().window(),
      duty.place().org(),
      people.name(duty.person() % 300),
      people.phone(duty.person()),
      duty.problem(),
      duty.category(),
      duty.complex() ? "复杂" : "一般",
      Ledger.cell(duty.opened(), now),
      Ledger.cell(duty.verified(), now),
      duty.verified() > now ? null : duty.founded() ? "属实" : "不实",
      duty.due(),
      Ledger.cell(duty.done(), now),
      Ledger.cell(duty.closed(), now),
      Ledger.cell(duty.closed(), now),
      Ledger.cell(duty.revisit(), now),
      satisfied == null ? null : satisfied ? "满意" : "不满意",
      duty.state(now),
      Ledger.cell(now, now)
    };
  }
}
