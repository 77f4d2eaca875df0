package hallmetrics.record;

/**
 * A delivery that cannot be read whole and is therefore REFUSED. Never holds the text of a cell.
 *
 * <p>Codes: unclosed-quote, stray-quote, field-too-long, undecodable, empty-file, missing-column,
 * unnamed-column, duplicate-header, no-as-of, damaged-archive, no-such-sheet, unreadable-file.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String subject;
  private final String position;

  /**
   * A refusal.
   *
   * @param subject the header a column fault is about, else empty
   * @param position where in the file ("第 12 行", "字节 1024，第 3 行"), or empty
   * @param sentence what is wrong, Chinese
   */
  public RefusedException(String code, String subject, String position, String sentence) {
    super(sentence);
    this.code = code;
    this.subject = subject;
    this.position = position;
  }

  static RefusedException at(String code, String position, String sentence) {
    return new RefusedException(code, "", position, sentence);
  }

  /** The stable code, kebab-case. */
  public String code() {
    return code;
  }

  /** Where in the file; empty when the whole file is meant. */
  public String position() {
    return position;
  }

  /** What is wrong, Chinese. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The code with its subject, as stored with the delivery: {@code missing-column:评价时间}. */
  public String fault() {
    return subject.isEmpty() ? code : code + ":" + subject;
  }
}
