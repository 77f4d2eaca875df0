package hallmetrics.check;

import java.util.List;

/**
 * What the registers say of one column that tells where a record belongs.
 *
 * @param title what the column is called (区划)
 * @param column the canonical column
 * @param register the register's file below the conf folder
 * @param empty whether the register has no row
 * @param records accepted records with a value
 * @param unknown of these, the records whose place no register knows on the day of their event
 * @param without accepted records that name no place of this kind and count as 未归属 there
 * @param everywhere whether every record should belong to one: of halls and windows many do not
 * @param commonest at most five such values, the most frequent first
 */
public record PlaceFinding(
    String title,
    String column,
    String register,
    boolean empty,
    long records,
    long unknown,
    long without,
    boolean everywhere,
    List<Value> commonest) {

  /**
   * A value no register knows.
   *
   * @param shown the value as it may be printed
   * @param hint what it may stand for, Chinese; empty where nothing is near
   */
  public record Value(String shown, long records, String hint) {}

  /** Accepted records that count as 未归属 and should not. */
  public long unassigned() {
    return everywhere ? unknown + without : unknown;
  }
}
