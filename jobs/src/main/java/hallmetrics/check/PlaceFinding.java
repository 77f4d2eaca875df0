package hallmetrics.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the registers say of one column that tells where a record belongs.
 *
 * @param title what the column is called (区划)
 * @param column the canonical column
 * @param register the register's file below the conf folder
 * @param empty whether the register has no row
 * @param records accepted records with a value
 * @param unknown of these, the records whose place no register knows on the day of their event
 * @param commonest at most five such values, the most frequent first
 */
public record PlaceFinding(
    String title,
    String column,
    String register,
    boolean empty,
    long records,
    long unknown,
    List<Value> commonest) {

  /**
   * A value no register knows.
   *
   * @param shown the value as it may be printed
   * @param hint what it may stand for, Chinese; empty where nothing is near
   * @param id the id of the only place so called, for the source's codes; null for none
   */
  public record Value(String shown, long records, String hint, @Nullable String id) {}
}
