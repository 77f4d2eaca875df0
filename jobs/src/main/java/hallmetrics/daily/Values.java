package hallmetrics.daily;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Numbers the values of a cut as they are met; 0 is the missing one. */
final class Values {
  private final Map<UTF8String, Integer> numbers = new HashMap<>();
  private final List<Board.Where> values = new ArrayList<>();
  private final UTF8String split;

  Values(String split) {
    this.split = UTF8String.fromString(split);
    number(UTF8String.fromString(Placing.NONE));
  }

  int number(UTF8String value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    UTF8String kept = value.copy();
    numbers.put(kept, values.size());
    values.add(new Board.Where(split, kept));
    return values.size() - 1;
  }

  Board.Where where(int number) {
    return values.get(number);
  }
}
