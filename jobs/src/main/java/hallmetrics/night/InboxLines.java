package hallmetrics.night;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a person reads of the files of the inbox a night does not read. */
final class InboxLines {
  private static final int SHOWN = 10;

  private final NightRequest request;
  private final Found found;
  private final List<String> unclaimed;
  private final Set<Found.Repeat> told;

  /** Of a look; nothing is looked at any more, so that no line can cost a night that has read. */
  InboxLines(NightRequest request, Found found, Findings findings) {
    this.request = request;
    this.found = found;
    this.unclaimed = findings.unclaimed();
    this.told = Set.copyOf(findings.told());
  }

  /**
   * The lines.
   *
   * @param refusedNow SHA-256 of what this night refused: a second copy of it is no repeat
   */
  List<String> of(Set<String> refusedNow) {
    List<String> lines = new ArrayList<>();
    for (Found.Repeat one : found.repeated()) {
      if (refusedNow.contains(one.file().delivery().sha256())) {
        lines.add("退回文件：" + one.name() + "，与本次被退回的一份内容相同，没有计入。");
      } else if (!told.contains(one)) {
        lines.add("重复报送，不再计：" + one.name() + as(one));
      }
    }
    refusedBefore(lines);
    later(lines);
    unclaimed(lines);
    return lines;
  }

  /** Of another source's file in the wrong place nobody should think that it was counted here. */
  private static String as(Found.Repeat one) {
    if (one.before() == null) {
      return "";
    }
    String source = one.before().source();
    return "，同一内容已以 "
        + one.before().name()
        + " 读入"
        + (source.equals(one.file().source().name())
            ? ""
            : "，那是来源 " + source + " 的报送：放错了地方？来源 " + one.file().source().name() + " 没有因此收到东西");
  }

  private void refusedBefore(List<String> lines) {
    same(false, "其来源配置没有改过", lines);
    same(true, "仍看不出日期", lines);
    found.stillOut().stream()
        .filter(Found.StillOut::renamed)
        .forEach(out -> lines.add(renamed(out)));
  }

  private void same(boolean undated, String why, List<String> lines) {
    long same =
        found.stillOut().stream().filter(out -> !out.renamed() && undated(out) == undated).count();
    if (same > 0) {
      lines.add(same + " 份此前被退回的文件仍没有读入，" + why + "，没有重读；hall status 列出各份和重读的命令。");
    }
  }

  /** Of such a file only its name was looked at again, not the configuration. */
  private static boolean undated(Found.StillOut out) {
    return Refusal.UNDATED.code().equals(out.before().fault());
  }

  private String renamed(Found.StillOut out) {
    String fault = String.valueOf(out.before().fault());
    String yaml = "sources/" + out.before().source() + ".yaml";
    return "退回文件："
        + out.name()
        + "，同一内容此前以 "
        + out.before().name()
        + " 报来，被退回 ["
        + fault
        + "]，从未计入；"
        + (undated(out)
            ? "仍看不出日期，没有重读。下一步：改名使文件名带日期，或在 " + yaml + " 写 as_of，"
            : "来源配置没有改过，没有重读。下一步：改好 " + yaml + " 后")
        + "再跑 nightly 时自动重读；只读这一份："
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

  private void unclaimed(List<String> lines) {
    if (!unclaimed.isEmpty()) {
      lines.add(
          "报送目录里有 "
              + unclaimed.size()
              + " 项没有来源认领，没有读："
              + String.join("、", unclaimed.subList(0, Math.min(SHOWN, unclaimed.size())))
              + (unclaimed.size() > SHOWN ? "，另有 " + (unclaimed.size() - SHOWN) + " 项" : "")
              + "。下一步：在某个来源的 location 里写上它，或移出报送目录。");
    }
  }
}
