package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.source.SourceSpec;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {
  @TempDir Path folder;

  private static String text(Random random, char delimiter, int rows) {
    StringBuilder text = new StringBuilder(String.join("" + delimiter, "编号", "时间", "满意度", "区划"));
    text.append("\r\n");
    String[] values = {"", "赣州", "\"a,\n\"\"b\"\"\r\n;\"", "x\"y", "一\t二", "𠮷|", "\"\"", "丂卄"};
    for (int i = 0; i < rows; i++) {
      for (int column = 0; column < 4; column++) {
        String value = values[random.nextInt(values.length)];
        boolean clash = value.indexOf(delimiter) >= 0 && !value.startsWith("\"");
        text.append(column == 0 ? "" : delimiter)
            .append(column == 0 ? "r" + i : clash ? "z" : value);
      }
      text.append(random.nextBoolean() ? "\n" : random.nextBoolean() ? "\r\n" : "\r");
      text.append(random.nextInt(9) == 0 ? "\n" : "");
    }
    return text.toString();
  }

  private static List<String> read(
      SourceSpec source, List<DeliverySplit> splits, List<String> header) throws IOException {
    List<String> all = new ArrayList<>();
    for (DeliverySplit split : splits) {
      try (DeliveryReader reader = DeliveryReader.open(source, split, header)) {
        for (RawRecord record = reader.next(); record != null; record = reader.next()) {
          all.add(record.line() + ":" + record.width() + ":" + List.of(record.cells()));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
  void cuttingChangesNoRecordAndNoLine(String charset) throws IOException {
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      char delimiter = ",;\t".charAt(random.nextInt(3));
      Fixture fixture = Fixture.ratings();
      fixture.delimiter = delimiter;
      fixture.encoding = charset.toLowerCase(java.util.Locale.ROOT);
      String written = text(random, delimiter, 60);
      String text = charset.equals("GBK") ? written.replace("𠮷", "七") : written;
      Path file = Fixture.write(folder, text, Charset.forName(charset));
      Inspection whole = Inspection.of(fixture.source(), file, Long.MAX_VALUE);
      Inspection cut = Inspection.of(fixture.source(), file, 1 + random.nextInt(300));
      assertThat(whole.splits()).hasSize(1);
      assertThat(cut.splits()).as("seed %d", seed).hasSizeGreaterThan(2);
      assertThat(read(fixture.source(), cut.splits(), cut.header()))
          .as("seed %d", seed)
          .isEqualTo(read(fixture.source(), whole.splits(), whole.header()))
          .hasSize(60);
    }
  }

  @Test
  void aDelimiterThatMayBeHalfACharacterIsNotCutButReadRight() throws IOException {
    Fixture fixture = Fixture.ratings();
    fixture.delimiter = '|';
    fixture.encoding = "gbk";
    StringBuilder text = new StringBuilder("编号|时间|满意度|区划\n");
    for (int i = 0; i < 100; i++) {
      text.append(i).append("|2026-01-05|5|弢彽\n");
    }
    Path file = Fixture.write(folder, text.toString(), Charset.forName("GBK"));
    Inspection found = Inspection.of(fixture.source(), file, 64);
    assertThat(found.splits()).hasSize(1);
    assertThat(read(fixture.source(), found.splits(), found.header()))
        .hasSize(100)
        .allMatch(row -> row.endsWith("弢彽]"));
  }

  @Test
  void splitsTouchAndCoverTheFile() {
    Path file = Fixture.write(folder, text(new Random(7), ',', 200));
    List<DeliverySplit> splits = Inspection.of(Fixture.ratings().source(), file, 500).splits();
    for (int i = 1; i < splits.size(); i++) {
      assertThat(splits.get(i).start()).isEqualTo(splits.get(i - 1).end());
    }
    assertThat(splits.get(0).start()).isZero();
    assertThat(splits.get(splits.size() - 1).end()).isEqualTo(file.toFile().length());
    assertThat(splits.get(0).charset()).isEqualTo(StandardCharsets.UTF_8.name());
  }
}
