package hallmetrics.edition;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code fates}.
 *
 * @param fate ACCEPTED DUPLICATE SUPERSEDED REJECTED; of a night that was refused REJECTED or
 *     {@link #UNDECIDED}
 * @param reason why a record was REJECTED, else null
 */
public record FateRow(
    String delivery,
    String source,
    String table,
    String fate,
    @Nullable String reason,
    long records) {
  /**
   * Of a record that was understood in a night a gate refused: whether it is new, a repeat or old
   * was not asked, and nothing of it is kept.
   */
  public static final String UNDECIDED = "UNDECIDED";
}
