package hallmetrics.doctor;

import java.util.List;

/**
 * One thing doctor looked at.
 *
 * @param sentence what was found (Chinese)
 * @param details one line each: files, places, codes; never a direct identifier
 * @param next what to do now (Chinese); empty when there is nothing to do
 */
public record Finding(Level level, String sentence, List<String> details, String next) {
  private static final int SHOWN = 20;

  /** How bad it is. */
  public enum Level {
    /** As it should be. */
    WELL("正常"),
    /** Nothing is wrong, somebody should know. */
    NOTE("提醒"),
    /** The surroundings or the configuration must be mended; exit 2. */
    CONFIGURATION("配置"),
    /** Something stored or published is not what it was; exit 3. */
    DAMAGED("损坏");

    private final String label;

    Level(String label) {
      this.label = label;
    }

    /** What a person reads (Chinese, two characters). */
    public String label() {
      return label;
    }
  }

  static Finding well(String sentence) {
    return new Finding(Level.WELL, sentence, List.of(), "");
  }

  static Finding note(String sentence, List<String> details, String next) {
    return new Finding(Level.NOTE, sentence, details, next);
  }

  static Finding configuration(String sentence, List<String> details, String next) {
    return new Finding(Level.CONFIGURATION, sentence, details, next);
  }

  static Finding damaged(String sentence, List<String> details, String next) {
    return new Finding(Level.DAMAGED, sentence, details, next);
  }

  /** The lines a person reads. */
  public List<String> lines() {
    List<String> lines = new java.util.ArrayList<>();
    lines.add("[" + level.label() + "] " + sentence);
    details.stream().limit(SHOWN).forEach(detail -> lines.add("        " + detail));
    if (details.size() > SHOWN) {
      lines.add("        …… 另有 " + (details.size() - SHOWN) + " 条");
    }
    if (!next.isEmpty()) {
      lines.add("        下一步：" + next);
    }
    return lines;
  }
}
