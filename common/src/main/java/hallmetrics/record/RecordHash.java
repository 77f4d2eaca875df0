package hallmetrics.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over named values, as its first 32 hex digits. Each value is written with its name, kind
 * and length, so that no two different lists write the same bytes; a null is left out, so that a
 * new optional column changes no hash.
 */
final class RecordHash {

  /** A name ready to be written. */
  @SuppressWarnings("ArrayRecordComponent") // encoded once, written millions of times
  record Name(String text, byte[] bytes) {
    static Name of(String text) {
      return new Name(text, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest digest = Digests.sha256();
  private byte[] bytes = new byte[1024];
  private int used;

  RecordHash text(Name name, String value) {
    header(name, 's');
    string(value);
    return this;
  }

  RecordHash value(Name name, Object value) {
    if (value instanceof String text) {
      return text(name, text);
    }
    if (value instanceof Integer || value instanceof Long) {
      header(name, 'n');
      number(((Number) value).longValue());
    } else if (value instanceof Instant instant) {
      header(name, 't');
      number(instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1000);
    } else if (value instanceof LocalDate day) {
      header(name, 'd');
      number(day.toEpochDay());
    } else if (value instanceof Boolean flag) {
      header(name, flag ? 'y' : 'f');
    } else if (value instanceof BigDecimal decimal) {
      header(name, 'b');
      string(decimal.stripTrailingZeros().toPlainString());
    } else if (value instanceof List<?> list) {
      header(name, 'l');
      number(list.size());
      list.forEach(item -> string(String.valueOf(item)));
    } else {
      throw new IllegalArgumentException("no canonical value: " + value.getClass());
    }
    return this;
  }

  /** The hash of what was written; the next one begins empty. */
  String finish() {
    digest.update(bytes, 0, used);
    used = 0;
    return HEX.formatHex(digest.digest(), 0, 16);
  }

  private void header(Name name, char kind) {
    block(name.bytes());
    room(1);
    bytes[used++] = (byte) kind;
  }

  private void string(String text) {
    int length = text.length();
    room(4 + length);
    int at = used + 4;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        block(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[at + i] = (byte) c;
    }
    integer(length);
    used += length;
  }

  private void block(byte[] block) {
    room(4 + block.length);
    integer(block.length);
    System.arraycopy(block, 0, bytes, used, block.length);
    used += block.length;
  }

  private void integer(int value) {
    bytes[used++] = (byte) (value >>> 24);
    bytes[used++] = (byte) (value >>> 16);
    bytes[used++] = (byte) (value >>> 8);
    bytes[used++] = (byte) value;
  }

  private void number(long value) {
    room(8);
    integer((int) (value >>> 32));
    integer((int) value);
  }

  private void room(int more) {
    if (bytes.length - used < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + more));
    }
  }
}
