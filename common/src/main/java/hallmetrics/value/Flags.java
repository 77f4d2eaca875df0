package hallmetrics.value;

import org.jspecify.annotations.Nullable;

/** Yes and no as systems write them. */
public final class Flags {
  private Flags() {}

  /** The truth of a cleaned text, or null when it says neither. */
  public static @Nullable Boolean of(String text) {
    return switch (text) {
      case "1", "true", "TRUE", "True", "Y", "y", "yes", "YES", "Yes", "T", "是", "有", "真", "√" ->
          Boolean.TRUE;
      case "0", "false", "FALSE", "False", "N", "n", "no", "NO", "No", "F", "否", "无", "假", "×" ->
          Boolean.FALSE;
      default -> null;
    };
  }
}
