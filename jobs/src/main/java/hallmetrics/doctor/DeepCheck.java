package hallmetrics.doctor;

import hallmetrics.fault.HallException;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.ledger.StoreReader;
import hallmetrics.ledger.Tombstones;
import hallmetrics.ledger.View;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.sql.SqlFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** What only shows when the whole ledger is read. */
final class DeepCheck {
  private final Workplace workplace;

  DeepCheck(Workplace workplace) {
    this.workplace = workplace;
  }

  List<Finding> look() {
    if (!StoreReader.exists(workplace.store())) {
      return List.of();
    }
    SparkSession session = Sessions.start(workplace.store(), Map.of());
    SqlFunctions.register(session, workplace.site().calendar(), workplace.site().policies());
    try (Store store =
        Store.open(session, workplace.store(), workplace.site().catalogue().tables().values())) {
      return StoreFaults.guard(workplace.store(), () -> look(store.view()));
    } catch (HallException fault) {
      return List.of(StoreCheck.of(fault));
    }
  }

  private List<Finding> look(View view) {
    List<Finding> findings = new ArrayList<>();
    List<String> unknown = new UnknownCodes(view, workplace.site()).lines();
    findings.add(
        unknown.isEmpty()
            ? Finding.well("记录里的区划、部门、大厅、窗口都在登记簿里")
            : Finding.note(
                "有登记簿不认识的代码，这些记录计入“未归属”", unknown, "在 registers/ 里补上，或请报送方改正；补上后下一晚自动重算。"));
    List<String> moved = new ArrayList<>();
    for (String table : workplace.site().catalogue().tables().keySet()) {
      long rows = Tombstones.missing(view, table).count();
      if (rows > 0) {
        moved.add(table + "：" + rows + " 条");
      }
    }
    if (!moved.isEmpty()) {
      findings.add(
          Finding.note(
              "有记录的日期被改到很远（超出来源的 moves_within），旧月份里还算着一次",
              moved,
              "下一个结账日的晚间批次会把它们从旧月份移出并重算；常有此事的来源请加大 event_date: { moves_within: … }。"));
    }
    return findings;
  }
}
