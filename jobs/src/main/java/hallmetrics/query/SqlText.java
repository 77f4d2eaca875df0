package hallmetrics.query;

import org.apache.spark.sql.catalyst.trees.Origin;
import org.jspecify.annotations.Nullable;

/** The text of a query, which can show a place in it. */
record SqlText(String sql) {

  /** Line and column from 1, the line itself and a mark below it; null where no place is known. */
  @Nullable String place(Origin origin) {
    if (origin.line().isEmpty() || origin.startPosition().isEmpty()) {
      return null;
    }
    return place((Integer) origin.line().get(), (Integer) origin.startPosition().get());
  }

  /** The same of a character, from 0; null where it is none of the text. */
  @Nullable String place(int index) {
    if (index < 0 || index > sql.length()) {
      return null;
    }
    String before = sql.substring(0, index);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return place(line, index - (before.lastIndexOf('\n') + 1));
  }

  private String place(int line, int column) {
    String text = sql.split("\n", -1)[line - 1].stripTrailing();
    StringBuilder mark = new StringBuilder();
    text.substring(0, Math.min(column, text.length()))
        .codePoints()
        .forEach(c -> mark.append(c >= 0x2E80 ? "  " : " "));
    return "第 " + line + " 行第 " + (column + 1) + " 列\n" + text + "\n" + mark + "^";
  }
}
