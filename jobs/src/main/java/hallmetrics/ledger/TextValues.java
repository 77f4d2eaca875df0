package hallmetrics.ledger;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.array.ByteArrayMethods;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one row group as Parquet writes them: numbers into a dictionary or, where texts hardly
 * repeat, one after another. A column whose texts did not repeat is not tried again.
 */
final class TextValues {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LENGTH = 4;
  private static final int SLOTS = 1024;

  /** The texts met, each once, or all of them: a length of four bytes, then UTF-8. */
  private byte[] bytes = {};

  private int used;

  /** Where each text met begins; with {@code slots} and {@code numbers}, of a dictionary only. */
  private int[] starts = {};

  /** Numbers of the texts met, plus one, by hash. */
  private int[] slots = {};

  private int[] numbers = {};
  private int met;
  private int count;
  private boolean repeating = true;

  /** Where the least and the greatest text begin. */
  private int least;

  private int greatest;

  void add(UTF8String text) {
    if (repeating) {
      number(text);
    } else {
      append(text);
    }
    count++;
  }

  private void number(UTF8String text) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(64, count * 2));
    }
    if (count > 0 && is(text, starts[numbers[count - 1]])) {
      numbers[count] = numbers[count - 1];
      return;
    }
    if (met * 2 >= slots.length && !widen()) {
      append(text);
      return;
    }
    int slot = text.hashCode() & (slots.length - 1);
    while (slots[slot] != 0 && !is(text, starts[slots[slot] - 1])) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] == 0) {
      starts[met] = used;
      append(text);
      slots[slot] = ++met;
    }
    numbers[count] = slots[slot] - 1;
  }

  private boolean is(UTF8String text, int start) {
    int length = text.numBytes();
    return length(start) == length
        && ByteArrayMethods.arrayEquals(
            text.getBaseObject(),
            text.getBaseOffset(),
            bytes,
            Platform.BYTE_ARRAY_OFFSET + start + LENGTH,
            length);
  }

  /** Makes room for more texts, or gives the dictionary up: false. */
  private boolean widen() {
    if (met >= SLOTS / 2 && met * 2 > count) {
      spell();
      return false;
    }
    slots = new int[Math.max(SLOTS, slots.length * 2)];
    starts = Arrays.copyOf(starts, slots.length / 2);
    for (int i = 0; i < met; i++) {
      int slot = hash(starts[i]) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
    return true;
  }

  private int hash(int start) {
    return UTF8String.fromBytes(bytes, start + LENGTH, length(start)).hashCode();
  }

  /** Writes out what was numbered so far. */
  private void spell() {
    byte[] dictionary = bytes;
    int all = 0;
    for (int i = 0; i < count; i++) {
      all += LENGTH + length(starts[numbers[i]]);
    }
    int leastStart = least;
    int greatestStart = greatest;
    byte[] plain = new byte[Math.max(all, 1024)];
    int at = 0;
    for (int i = 0; i < count; i++) {
      int start = starts[numbers[i]];
      int size = LENGTH + length(start);
      System.arraycopy(dictionary, start, plain, at, size);
      least = start == leastStart ? at : least;
      greatest = start == greatestStart ? at : greatest;
      at += size;
    }
    bytes = plain;
    used = all;
    repeating = false;
    starts = new int[0];
    slots = starts;
    numbers = starts;
    met = 0;
  }

  private void append(UTF8String text) {
    int length = text.numBytes();
    int end = Math.addExact(used, LENGTH + length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(1024, Math.max(end, bytes.length + bytes.length / 2)));
    }
    INT.set(bytes, used, length);
    text.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + used + LENGTH);
    if (used == 0 || compare(used, end, least) < 0) {
      least = used;
    }
    if (used == 0 || compare(used, end, greatest) > 0) {
      greatest = used;
    }
    used = end;
  }

  private int length(int start) {
    return (int) INT.get(bytes, start);
  }

  private int compare(int start, int end, int other) {
    int from = other + LENGTH;
    return Arrays.compareUnsigned(bytes, start + LENGTH, end, bytes, from, from + length(other));
  }

  /** Bytes held. */
  int bytes() {
    return used;
  }

  int count() {
    return count;
  }

  /** What the page's numbers stand for; null where the page has the texts themselves. */
  Chunks.@Nullable Dictionary dictionary() {
    return repeating && count > 0
        ? new Chunks.Dictionary(BytesInput.from(bytes, 0, used), met)
        : null;
  }

  /** The page's values. */
  BytesInput values() throws IOException {
    return repeating && count > 0
        ? Chunks.numbers(numbers, count, met)
        : BytesInput.from(bytes, 0, used);
  }

  /** Tells the least and the greatest text. */
  void tell(Statistics<?> statistics) {
    if (count > 0) {
      statistics.updateStats(binary(least));
      statistics.updateStats(binary(greatest));
    }
  }

  private Binary binary(int start) {
    int from = start + LENGTH;
    return Binary.fromConstantByteArray(Arrays.copyOfRange(bytes, from, from + length(start)));
  }

  void clear() {
    Arrays.fill(slots, 0);
    used = 0;
    met = 0;
    count = 0;
    least = 0;
    greatest = 0;
  }
}
