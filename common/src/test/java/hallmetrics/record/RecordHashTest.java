package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The hash is SHA-256 over name, kind, length and UTF-8 of each value: its bytes never change. */
class RecordHashTest {
  private static final RecordHash.Name NAME = RecordHash.Name.of("名 n");

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      int kind = random.nextInt(20);
      if (kind < 16) {
        text.append((char) random.nextInt(0x80));
      } else if (kind < 18) {
        text.appendCodePoint(0x4E00 + random.nextInt(20_000));
      } else if (kind == 18) {
        text.appendCodePoint(0x80 + random.nextInt(0x700));
      } else {
        text.appendCodePoint(0x20000 + random.nextInt(40_000));
      }
    }
    return text.toString();
  }

  private static void block(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Test
  void isThatOfTheBytesWrittenPlainly() throws IOException {
    Random random = new Random(5);
    RecordHash hash = new RecordHash();
    for (int i = 0; i < 20_000; i++) {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(plain);
      int values = random.nextInt(60);
      for (int v = 0; v < values; v++) {
        String text = text(random);
        hash.text(NAME, text);
        block(out, NAME.text());
        out.writeByte('s');
        block(out, text);
      }
      byte[] digest = Digests.sha256().digest(plain.toByteArray());
      assertThat(hash.finish()).isEqualTo(HexFormat.of().formatHex(digest, 0, 16));
    }
  }
}
