package hallmetrics.record;

import java.io.Serializable;

/**
 * Why a record was rejected.
 *
 * @param column canonical column, or header where none is meant; empty for the record as a whole
 * @param code missing, unknown-code, bad-date, bad-number, bad-character, error-cell,
 *     date-outside-calendar, no-event-date, expression-failed, wrong-column-count
 * @param masked the original, without direct identifiers; empty when there is none
 */
public record Reason(String column, String code, String masked) implements Serializable {

  /** As counted in fates: {@code unknown-code:satisfaction}, {@code wrong-column-count}. */
  public String text() {
    boolean alone = column.isEmpty() || code.equals("date-outside-calendar");
    return alone || code.equals("no-event-date") ? code : code + ":" + column;
  }
}
