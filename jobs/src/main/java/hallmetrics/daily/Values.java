package hallmetrics.daily;

import hallmetrics.ledger.CountTexts;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/** Numbers the values of a cut as they are met; 0 is the missing one. */
final class Values {
  private final Codes codes = new Codes();
  private final CountTexts texts;
  private final int split;
  private int[] values = new int[16];

  /**
   * No values yet.
   *
   * @param texts numbers the texts of all counts
   */
  Values(String split, CountTexts texts) {
    this.texts = texts;
    this.split = texts.number(split);
    number(UTF8String.fromString(Placing.NONE));
  }

  int number(UTF8String value) {
    int met = codes.size();
    int number = codes.number(value);
    if (number == met) {
      if (number == values.length) {
        values = Arrays.copyOf(values, number * 2);
      }
      values[number] = texts.number(value);
    }
    return number;
  }

  /** The split's name, as a text of all counts. */
  int split() {
    return split;
  }

  /** A value, as a text of all counts. */
  int text(int number) {
    return values[number];
  }
}
