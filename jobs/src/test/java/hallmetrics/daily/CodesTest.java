package hallmetrics.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** A text has one number, whatever its length, its end and the memory it stands in. */
class CodesTest {
  private static UTF8String text(Random random) {
    int length = random.nextInt(random.nextInt(10) == 0 ? 40 : 20);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(3));
    }
    return UTF8String.fromBytes(bytes);
  }

  /** The same text in the midst of others. */
  private static UTF8String within(UTF8String text, Random random) {
    int before = random.nextInt(9);
    byte[] bytes = new byte[before + text.numBytes() + 9];
    random.nextBytes(bytes);
    System.arraycopy(text.getBytes(), 0, bytes, before, text.numBytes());
    return UTF8String.fromBytes(bytes, before, text.numBytes());
  }

  @Test
  void numbersAsAMapDoes() {
    Random random = new Random(17);
    Codes codes = new Codes();
    Map<UTF8String, Integer> known = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      UTF8String text = text(random);
      Integer expected = known.computeIfAbsent(text, fresh -> known.size());
      assertThat(codes.number(within(text, random))).isEqualTo(expected);
    }
    assertThat(codes.size()).isEqualTo(known.size()).isGreaterThan(10_000);
  }
}
