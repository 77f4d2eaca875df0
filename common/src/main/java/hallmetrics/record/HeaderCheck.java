package hallmetrics.record;

import hallmetrics.fault.Nearest;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.Mask;
import hallmetrics.value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a file's header with what its source maps. */
final class HeaderCheck {
  private HeaderCheck() {}

  /** Column names from the cells of a header: trimmed, line breaks taken out, unnamed as #n. */
  static List<String> names(List<String> cells) {
    List<String> names = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      String name = Text.clean(cells.get(i).replace("\r", "").replace("\n", ""));
      names.add(name.isEmpty() ? "#" + (i + 1) : name);
    }
    return List.copyOf(names);
  }

  /**
   * Refuses a header that is not what the source says.
   *
   * @throws RefusedException duplicate-header, missing-column or unnamed-column
   */
  static void check(SourceSpec source, List<String> header) {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        String shown = shown(source, name);
        throw new RefusedException(
            "duplicate-header", shown, "表头", "表头里 '" + shown + "' 出现了两次，分不清取哪一列。");
      }
    }
    Set<String> used = new HashSet<>(source.ignore());
    for (FieldMapping field : source.fields().values()) {
      used.addAll(field.from());
      checkFrom(source, field, header);
      checkSql(source, field, header, used);
    }
    if (source.withoutId() != null) {
      checkAllNamed(header, used);
    }
  }

  /** A header as it may be told: where a file has none, its first record stands in its place. */
  private static String shown(SourceSpec source, String name) {
    boolean known =
        source.ignore().contains(name)
            || source.fields().values().stream().anyMatch(one -> one.from().contains(name));
    return known ? name : Mask.of(name);
  }

  /** The position of the first name of a mapping that the header has, or -1. */
  static int position(List<String> from, List<String> header) {
    for (String name : from) {
      int at = header.indexOf(Text.clean(name));
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static void checkFrom(SourceSpec source, FieldMapping field, List<String> header) {
    if (!field.from().isEmpty() && position(field.from(), header) < 0) {
      throw missing(source, field.from().get(0), field.field(), header);
    }
  }

  private static void checkSql(
      SourceSpec source, FieldMapping field, List<String> header, Set<String> used) {
    String sql = field.sql();
    if (sql == null) {
      return;
    }
    for (String name : quotedNames(sql)) {
      used.add(name);
      if (!header.contains(name) && !source.fields().containsKey(name)) {
        throw missing(source, name, field.field(), header);
      }
    }
  }

  /** The names in backticks of an expression, outside its string literals. */
  static Set<String> quotedNames(String sql) {
    Set<String> names = new LinkedHashSet<>();
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == '\'' || c == '"' || c == '`') {
        int end = sql.indexOf(c, at);
        if (end < 0) {
          break;
        }
        if (c == '`') {
          names.add(sql.substring(at, end));
        }
        at = end + 1;
      }
    }
    return names;
  }

  private static RefusedException missing(
      SourceSpec source, String name, String field, List<String> header) {
    String other = otherDelimiter(source, header);
    if (!other.isEmpty()) {
      return new RefusedException(
          "missing-column", name, "表头", "表头只有一列，分隔符像是 " + other + "；请核对来源的 delimiter 或 format。");
    }
    @Nullable String near = Nearest.name(name, header);
    String hint = near == null ? "" : "，最接近的列是 '" + Mask.of(near) + "'";
    return new RefusedException(
        "missing-column", name, "表头", "缺少列 '" + name + "'（" + field + " 取自它）" + hint + "。");
  }

  /** The delimiter a header of a single column holds in place of the source's; else empty. */
  private static String otherDelimiter(SourceSpec source, List<String> header) {
    if (header.size() != 1 || source.format().equals("xlsx")) {
      return "";
    }
    String only = header.get(0);
    String found = "";
    long most = 0;
    for (char delimiter : ";,\t|，；".toCharArray()) {
      long times = only.chars().filter(c -> c == delimiter).count();
      if (delimiter != source.delimiter() && times > most) {
        most = times;
        found = delimiter == '\t' ? "制表符（format: tsv）" : String.valueOf(delimiter);
      }
    }
    return found;
  }

  private static void checkAllNamed(List<String> header, Set<String> used) {
    List<String> unnamed = header.stream().filter(name -> !used.contains(name)).toList();
    if (!unnamed.isEmpty()) {
      unnamed = unnamed.stream().map(Mask::of).toList();
      throw new RefusedException(
          "unnamed-column",
          unnamed.get(0),
          "表头",
          "没有编号的来源要写明每一列（记录的身份由全部列决定），缺 " + unnamed + "；请写进 fields 或 ignore。");
    }
  }
}
