package hallmetrics.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Numbers the texts of a task's counts from 0, so that rows of them are rows of numbers. */
public final class CountTexts {
  private final Map<UTF8String, Integer> numbers = new HashMap<>();
  private final List<UTF8String> texts = new ArrayList<>();

  /** The number of a text, a new one where it was not met before. */
  public int number(UTF8String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    UTF8String kept = text.copy();
    numbers.put(kept, texts.size());
    texts.add(kept);
    return texts.size() - 1;
  }

  /** The number of a text. */
  public int number(String text) {
    return number(UTF8String.fromString(text));
  }

  UTF8String text(int number) {
    return texts.get(number);
  }
}
