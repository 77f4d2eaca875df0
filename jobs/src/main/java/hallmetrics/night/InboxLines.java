package hallmetrics.night;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Unclaimed;
import hallmetrics.run.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a person reads of the files of the inbox a night does not read. */
final class InboxLines {
  private static final int SHOWN = 10;

  private final NightRequest request;
  private final Found found;

  InboxLines(NightRequest request, Found found) {
    this.request = request;
    this.found = found;
  }

  /**
   * The lines.
   *
   * @param refusedNow SHA-256 of what this night refused: a second copy of it is no repeat
   */
  List<String> of(Set<String> refusedNow) {
    List<String> lines = new ArrayList<>();
    for (Found.Repeat one : found.repeated()) {
      lines.add(
          refusedNow.contains(one.sha256())
              ? "未接收：" + one.name() + "，与本次被退回的一份内容相同，没有计入。"
              : "重复报送，不再计：" + one.name());
    }
    refusedBefore(lines);
    later(lines);
    if (request.files().isEmpty() && request.source() == null) {
      unclaimed(request.workplace(), lines);
    }
    return lines;
  }

  private void refusedBefore(List<String> lines) {
    long same = found.stillOut().stream().filter(out -> !out.renamed()).count();
    if (same > 0) {
      lines.add(same + " 份此前被退回的文件仍未接收，其来源配置没有改过，没有重读；hall status 列出各份和重读的命令。");
    }
    found.stillOut().stream()
        .filter(Found.StillOut::renamed)
        .forEach(out -> lines.add(renamed(out)));
  }

  private String renamed(Found.StillOut out) {
    String fault = String.valueOf(out.before().fault());
    return "未接收："
        + out.name()
        + "，同一内容此前以 "
        + out.before().name()
        + " 报来，被退回 ["
        + fault
        + "]，从未计入；来源配置没有改过，没有重读。下一步：改好 sources/"
        + out.before().source()
        + ".yaml 后再跑 nightly 时自动重读；只读这一份："
        + ByHand.command(request.workplace(), out.source().name(), out.file(), fault);
  }

  private void later(List<String> lines) {
    Found.Later later = found.later();
    if (later.files() > 0) {
      lines.add(
          "另有 "
              + later.files()
              + " 份报送属于 "
              + request.day()
              + " 之后的日期（最早 "
              + later.earliest()
              + "），等那一天的夜来读。");
    }
  }

  private static void unclaimed(Workplace workplace, List<String> lines) {
    List<String> all = Unclaimed.in(workplace.inbox(), workplace.sources());
    if (!all.isEmpty()) {
      lines.add(
          "报送目录里有 "
              + all.size()
              + " 项没有来源认领，没有读："
              + String.join("、", all.subList(0, Math.min(SHOWN, all.size())))
              + (all.size() > SHOWN ? "，另有 " + (all.size() - SHOWN) + " 项" : "")
              + "。下一步：在某个来源的 location 里写上它，或移出报送目录。");
    }
  }
}
