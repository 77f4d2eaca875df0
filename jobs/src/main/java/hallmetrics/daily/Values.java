package hallmetrics.daily;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Numbers the values of a cut as they are met; 0 is the missing one. */
final class Values {
  private final Map<UTF8String, Integer> numbers = new HashMap<>();
  private final List<UTF8String> values = new ArrayList<>();

  Values() {
    number(UTF8String.fromString(Placing.NONE));
  }

  int number(UTF8String value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    UTF8String kept = value.copy();
    numbers.put(kept, values.size());
    values.add(kept);
    return values.size() - 1;
  }

  UTF8String value(int number) {
    return values.get(number);
  }
}
