package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.schema.FieldType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Direct identifiers planted in every column come out nowhere. */
class CanaryTest {
  private static final List<String> CANARIES =
      List.of(
          "13812345678",
          "１３８１２３４５６７８",
          "138-1234-5678",
          "+86 13812345678",
          "11010519491231002X",
          "110105194912310021",
          "6222021234567890123",
          "zhang.san@example.com",
          "赣B·12345",
          "欧阳小明",
          "王小明",
          "李雷");
  private static final List<String> BARE =
      List.of(
          "13812345678",
          "１３８１２３４５６７８",
          "1234-5678",
          "11010519491231002",
          "6222021234567890123",
          "zhang.san",
          "赣B·12345",
          "小明",
          "李雷");

  @TempDir Path folder;

  private static Fixture fixture() {
    Fixture fixture = Fixture.ratings();
    fixture.field("amount", FieldType.DECIMAL, false, Map.of());
    fixture.field("flag", FieldType.BOOL, false, Map.of());
    fixture.field("text", FieldType.TEXT, false, Map.of());
    fixture.field("caller_key", FieldType.KEY, false, Map.of());
    fixture.from("amount", "金额");
    fixture.from("flag", "是否");
    fixture.from("text", "意见");
    fixture.from("caller_key", "电话");
    fixture.ignore = List.of("姓名");
    return fixture;
  }

  private static final String HEADER = "编号,时间,满意度,区划,金额,是否,意见,电话,姓名\n";
  private static final List<String> GOOD =
      List.of("e1", "2026-10-08 09:00:00", "5", "360702", "1.5", "是", "好", "无", "");

  /** Every canary in every column but the number and place, which are kept as they are. */
  private static String planted() {
    StringBuilder text = new StringBuilder(HEADER);
    int number = 0;
    for (String canary : CANARIES) {
      for (int column : new int[] {1, 2, 4, 5, 6, 7, 8}) {
        List<String> cells = new ArrayList<>(GOOD);
        cells.set(0, "e" + number++);
        cells.set(column, column == 6 ? "请联系" + canary + "，谢谢" : canary);
        text.append(String.join(",", cells)).append('\n');
      }
    }
    return text.toString();
  }

  private static void assertClean(String output) {
    for (String bare : BARE) {
      int at = output.indexOf(bare);
      String near = at < 0 ? "" : output.substring(Math.max(0, at - 60), at + bare.length());
      assertThat(near).as("around a canary").isEmpty();
    }
  }

  @Test
  void neitherRowsNorReasonsHoldThem() {
    List<Mapped> mapped = fixture().mapAll(Fixture.write(folder, planted()));

    assertThat(mapped).hasSize(CANARIES.size() * 7);
    StringBuilder seen = new StringBuilder();
    for (Mapped one : mapped) {
      if (one instanceof Mapped.Rejected rejected) {
        seen.append(rejected);
      } else if (one instanceof Mapped.Accepted row) {
        // Names in free text cannot be found, and a number is a number; neither is ever printed.
        Object[] values = row.values().clone();
        values[3] = null;
        values[5] = String.valueOf(values[5]).replaceAll("欧阳小明|王小明|李雷", "");
        seen.append(Arrays.toString(values)).append(row.recordKey()).append(row.recordHash());
      }
    }
    assertThat(seen).contains("unknown-code").contains("bad-date").contains("bad-number");
    assertClean(seen.toString());
  }

  @Test
  void previewShowsNone() {
    for (String canary : CANARIES) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int column = 1; column < GOOD.size(); column++) {
        List<String> cells = new ArrayList<>(GOOD);
        cells.set(0, "e" + column);
        cells.set(column, canary);
        text.append(String.join(",", cells)).append('\n');
      }
      Path file = Fixture.write(folder, text.toString());
      FilePreview preview = FilePreview.of(fixture().settings(), file, ExpressionEvaluator.NONE);

      assertThat(preview.records()).isEqualTo(GOOD.size() - 1L);
      assertThat(preview.accepted()).isPositive();
      assertClean(preview.toString());
    }
  }

  @Test
  void refusalsShowNone() {
    StringBuilder seen = new StringBuilder();
    for (String canary : CANARIES) {
      List<byte[]> files =
          List.of(
              bytes(HEADER + "e1,\"" + canary + "\n"),
              bytes(HEADER + "e1,\"" + canary + "\"x,5\n"),
              bytes("编号,时间,满意度,区划,金额,是否,意见,电话," + canary + "," + canary + "\n"),
              bytes("编号,时间,满意度,区划,金额,是否,意见," + canary + "电话," + canary + "\n"),
              bytes(canary + "," + canary + "\n"),
              undecodable(canary));
      for (byte[] file : files) {
        seen.append(refusal(Fixture.write(folder, file)));
      }
    }
    assertThat(seen)
        .contains("unclosed-quote")
        .contains("stray-quote")
        .contains("duplicate-header")
        .contains("missing-column")
        .contains("undecodable");
    assertClean(seen.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] undecodable(String canary) {
    byte[] text = bytes(HEADER + "e1," + canary + ",x\n");
    text[text.length - 2] = (byte) 0xFF;
    return text;
  }

  private static String refusal(Path file) {
    try {
      DeliveryOpener.open(fixture().source(), file, 1 << 20);
      return "";
    } catch (RefusedException refused) {
      return refused.fault() + refused.position() + refused.sentence() + refused + "\n";
    }
  }
}
