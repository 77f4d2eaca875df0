package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.schema.FieldType;
import hallmetrics.source.FieldMapping;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows in other bytes are the same records: format, encoding, order of columns. */
class FormatsEqualTest {
  private static final List<String> HEADER =
      List.of("登记日期", "满意度", "件数", "金额", "意见", "电话", "区划", "备注", "编码");
  private static final DateTimeFormatter SLASHED =
      DateTimeFormatter.ofPattern("uuuu/M/d H:mm:ss", Locale.ROOT);

  @TempDir Path folder;

  private static Fixture ledger(String format) {
    Fixture fixture = new Fixture();
    fixture.format = format;
    fixture.withoutId = "keep";
    fixture.ignore = List.of("备注", "编码");
    fixture.field("assess_ts", FieldType.TIMESTAMP, true, Map.of());
    fixture.field("satisfaction", FieldType.INT, true, Map.of("5", "好", "1", "差"));
    fixture.field("count", FieldType.LONG, false, Map.of());
    fixture.field("amount", FieldType.DECIMAL, false, Map.of());
    fixture.field("text", FieldType.TEXT, false, Map.of());
    fixture.field("caller_key", FieldType.KEY, false, Map.of());
    fixture.field("region_id", FieldType.STRING, false, Map.of());
    fixture.map(
        new FieldMapping(
            "assess_ts",
            List.of("登记日期"),
            null,
            List.of("uuuu/M/d H:mm:ss"),
            Map.of(),
            List.of(),
            null,
            null,
            null,
            1));
    fixture.coded("satisfaction", "满意度", Map.of("满意", "5", "不满意", "1"));
    fixture.from("count", "件数");
    fixture.from("amount", "金额");
    fixture.from("text", "意见");
    fixture.from("caller_key", "电话");
    fixture.from("region_id", "区划");
    return fixture;
  }

  private static List<List<Object>> rows(long seed) {
    Random random = new Random(seed);
    List<List<Object>> rows = new ArrayList<>();
    String[] texts = {"很好", "等得久，\"请\"改进", "第一行\n第二行", "", "电话13812345678请回", "㐂𠮷"};
    for (int i = 0; i < 300; i++) {
      List<Object> row = new ArrayList<>();
      row.add(
          LocalDateTime.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28), 0, 0)
              .plusSeconds(random.nextInt(86_400)));
      row.add(random.nextBoolean() ? "满意" : "不满意");
      row.add((long) random.nextInt(100_000));
      row.add(random.nextInt(1_000_000) / 100.0);
      row.add(texts[random.nextInt(texts.length)]);
      row.add("138" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000)));
      row.add(random.nextBoolean() ? "３６０７０２" : "360702");
      row.add(random.nextBoolean() ? (Object) 12.5 : "手工登记");
      row.add(String.format(Locale.ROOT, "%06d", random.nextInt(1000)));
      rows.add(row);
    }
    return rows;
  }

  private static List<Integer> columns(boolean shuffled) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < HEADER.size(); i++) {
      order.add(i);
    }
    if (shuffled) {
      Collections.shuffle(order, new Random(7));
    }
    return order;
  }

  private Path csv(List<List<Object>> rows, Charset charset, String end, boolean shuffled)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<Integer> order = columns(shuffled);
    text.append(String.join(",", order.stream().map(HEADER::get).toList())).append(end);
    for (List<Object> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int column : order) {
        Object value = row.get(column);
        String cell = value instanceof LocalDateTime at ? SLASHED.format(at) : value.toString();
        // A CSV saved on Windows has CRLF inside quotes too.
        cells.add('"' + cell.replace("\"", "\"\"").replace("\n", end) + '"');
      }
      text.append(String.join(",", cells)).append(end);
    }
    return Files.write(
        Files.createTempFile(folder, "a", ".csv"), text.toString().getBytes(charset));
  }

  private Path workbook(List<List<Object>> rows) throws IOException {
    Path file = Files.createTempFile(folder, "a", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("登记表");
      for (int c = 0; c < HEADER.size(); c++) {
        sheet.value(0, c, HEADER.get(c));
      }
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < HEADER.size(); c++) {
          Object value = rows.get(r).get(c);
          if (value instanceof LocalDateTime at) {
            sheet.value(r + 1, c, at);
            sheet.style(r + 1, c).format("yyyy/m/d h:mm:ss").set();
          } else if (value instanceof Number number) {
            sheet.value(r + 1, c, number);
          } else if (!value.toString().isEmpty()) {
            sheet.value(r + 1, c, value.toString());
          }
        }
      }
    }
    return file;
  }

  private static List<String> hashes(String format, Path file) {
    return ledger(format).mapAll(file).stream()
        .map(
            mapped -> {
              assertThat(mapped).isInstanceOf(Mapped.Accepted.class);
              Mapped.Accepted row = (Mapped.Accepted) mapped;
              assertThat(row.byRow()).isTrue();
              return row.recordKey() + row.recordHash();
            })
        .toList();
  }

  @Test
  void csvAndWorkbookOfTheSameRowsHaveTheSameIdentities() throws IOException {
    List<List<Object>> rows = rows(20261124);
    List<String> utf8 = hashes("csv", csv(rows, StandardCharsets.UTF_8, "\n", false));

    assertThat(utf8).hasSize(300);
    assertThat(hashes("csv", csv(rows, Charset.forName("GB18030"), "\r\n", false)))
        .as("GB18030")
        .isEqualTo(utf8);
    assertThat(hashes("csv", csv(rows, StandardCharsets.UTF_8, "\r\n", true)))
        .as("other order of columns")
        .isEqualTo(utf8);
    assertThat(hashes("xlsx", workbook(rows))).as("xlsx with true dates").isEqualTo(utf8);
  }

  @Test
  void oneChangedCellIsAnotherRecord() throws IOException {
    List<List<Object>> rows = rows(1);
    List<String> before = hashes("csv", csv(rows, StandardCharsets.UTF_8, "\n", false));
    for (int column = 0; column < HEADER.size(); column++) {
      List<List<Object>> changed = new ArrayList<>(rows);
      List<Object> row = new ArrayList<>(rows.get(0));
      Object value = row.get(column);
      if (value instanceof LocalDateTime at) {
        row.set(column, at.plusSeconds(1));
      } else if (column == 1) {
        row.set(column, value.equals("满意") ? "不满意" : "满意");
      } else {
        row.set(column, value instanceof Double d ? d + 0.01 : value + "1");
      }
      changed.set(0, row);
      List<String> after = hashes("csv", csv(changed, StandardCharsets.UTF_8, "\n", false));
      assertThat(after.get(0)).as(HEADER.get(column)).isNotEqualTo(before.get(0));
      assertThat(after.subList(1, 300)).isEqualTo(before.subList(1, 300));
    }
  }
}
