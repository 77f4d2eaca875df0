package hallmetrics.command;

import hallmetrics.check.PlaceFinding;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * What the registers say of a file's places: how many records fall out, which values, what to do.
 */
final class PlacePrint {
  private PlacePrint() {}

  static List<String> lines(List<PlaceFinding> places) {
    List<String> lines = new ArrayList<>();
    for (PlaceFinding place : places) {
      if (place.records() > 0 || place.unassigned() > 0) {
        lines.addAll(lines(place));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, "归属：");
    }
    return lines;
  }

  private static List<String> lines(PlaceFinding place) {
    String head = "  " + place.title() + "（" + place.column() + "）：";
    String without = place.without() == 0 ? "" : Numbers.count(place.without()) + " 条没有写，计入“未归属”。";
    if (place.records() == 0) {
      return List.of(head + without);
    }
    if (place.unknown() == 0) {
      return List.of(head + Numbers.count(place.records()) + " 条都在名册里。" + without);
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        head
            + Numbers.count(place.records())
            + " 条中有 "
            + Numbers.count(place.unknown())
            + " 条在 "
            + place.register()
            + (place.empty() ? "（没有任何行）" : "")
            + " 里找不到，会计入“未归属”。"
            + without);
    for (PlaceFinding.Value value : place.commonest()) {
      String hint = value.hint().isEmpty() ? "" : "：" + value.hint();
      lines.add("    " + value.shown() + " ×" + Numbers.count(value.records()) + hint);
    }
    // a codes map has no default: it would reject every value it does not list
    lines.add("    做法：只认 " + place.register() + " 里的代码或全称，简称请报送方改写；名册缺的补进名册，写错的请报送方改。");
    return lines;
  }
}
