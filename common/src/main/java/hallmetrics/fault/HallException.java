package hallmetrics.fault;

import org.jspecify.annotations.Nullable;

/**
 * A fault a clerk can act on. The message reads: code, what happened (Chinese), where, and the next
 * step, each on a line of its own. It never holds a direct identifier or a secret.
 */
public final class HallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final ExitStatus status;
  private final @Nullable String where;

  private HallException(Builder builder, @Nullable Throwable cause) {
    super(builder.text(), cause);
    this.code = builder.code;
    this.status = builder.status;
    this.where = builder.where;
  }

  /** Begins a fault with its stable code (kebab-case), its exit status and the Chinese sentence. */
  public static Builder of(String code, ExitStatus status, String chinese) {
    return new Builder(code, status, chinese);
  }

  /** Stable, searchable code such as {@code conf-key-unknown}. */
  public String code() {
    return code;
  }

  /** The exit status this fault ends a run with. */
  public ExitStatus status() {
    return status;
  }

  /** Where it happened, as the message says it; null where it names no place. */
  public @Nullable String where() {
    return where;
  }

  /** Collects the parts of a fault. */
  public static final class Builder {
    private final String code;
    private final ExitStatus status;
    private final String chinese;
    private @Nullable String english;
    private @Nullable String where;
    private @Nullable String next;

    private Builder(String code, ExitStatus status, String chinese) {
      this.code = code;
      this.status = status;
      this.chinese = chinese;
    }

    /** The same sentence in English. */
    public Builder english(String sentence) {
      this.english = sentence;
      return this;
    }

    /** File and line, table and day, or another place a reader can open. */
    public Builder where(String place) {
      this.where = place;
      return this;
    }

    /** What to do next (Chinese). */
    public Builder next(String step) {
      this.next = step;
      return this;
    }

    /** The fault, without a cause. */
    public HallException build() {
      return new HallException(this, null);
    }

    /** The fault, with what caused it. */
    public HallException build(Throwable cause) {
      return new HallException(this, cause);
    }

    private String text() {
      StringBuilder text = new StringBuilder(chinese).append(" [").append(code).append(']');
      line(text, "", english);
      line(text, "位置：", where);
      line(text, "下一步：", next);
      return text.toString();
    }

    private static void line(StringBuilder text, String label, @Nullable String value) {
      if (value != null) {
        text.append('\n').append(label).append(value);
      }
    }
  }
}
