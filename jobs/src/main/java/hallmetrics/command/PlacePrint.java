package hallmetrics.command;

import hallmetrics.check.PlaceFinding;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the registers say of a file's places: how many records fall out, which values, what to do.
 */
final class PlacePrint {
  private PlacePrint() {}

  static List<String> lines(List<PlaceFinding> places) {
    List<String> lines = new ArrayList<>();
    for (PlaceFinding place : places) {
      if (place.records() > 0) {
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
    if (place.unknown() == 0) {
      return List.of(head + Numbers.count(place.records()) + " 条都在名册里。");
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
            + " 里找不到，会计入“未归属”。");
    for (PlaceFinding.Value value : place.commonest()) {
      String hint = value.hint().isEmpty() ? "" : "：" + value.hint();
      lines.add("    " + value.shown() + " ×" + Numbers.count(value.records()) + hint);
    }
    String codes =
        place.commonest().stream()
            .filter(value -> value.id() != null)
            .map(value -> '"' + value.shown() + "\": \"" + value.id() + '"')
            .collect(Collectors.joining(", "));
    lines.add(
        "    做法："
            + (codes.isEmpty()
                ? ""
                : "对得上名称的在来源的 " + place.column() + " 写 codes: { " + codes + " }；")
            + "名册缺的补进 "
            + place.register()
            + "；写错的请报送方改。");
    return lines;
  }
}
