package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeded random files against an independent reader; a failure prints its seed. */
class CsvFuzzTest {
  private static final String HEAD = "编号,时间,满意度,区划\n";
  private static final String[] SOUP = {
    "\"", "\"", ",", ",", ",", "\n", "\r\n", "\r", "a", "赣", "𠮷", "㐂", " ", "\u202E", "１", "\"\"",
    ";", "\0"
  };

  @TempDir Path folder;

  private static String soup(Random random) {
    StringBuilder text = new StringBuilder(HEAD);
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      text.append(SOUP[random.nextInt(SOUP.length)]);
    }
    return text.toString();
  }

  private static Charset charset(Random random) {
    return random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
  }

  /** What the plain reader says, blank records left out, cells beyond the header cut. */
  private static @Nullable List<List<String>> expected(String text) {
    List<List<String>> records = SimpleCsv.read(text, ',');
    if (records == null) {
      return null;
    }
    List<List<String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(1, records.size())) {
      if (record.stream().anyMatch(cell -> cell.chars().anyMatch(c -> c > ' '))) {
        List<String> row = new ArrayList<>(record.subList(0, Math.min(4, record.size())));
        while (row.size() < 4) {
          row.add("");
        }
        row.add(String.valueOf(record.size()));
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<List<String>> actual(Fixture fixture, Path file, long target)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Inspection found = Inspection.of(fixture.source(), file, target);
    for (DeliverySplit split : found.splits()) {
      try (DeliveryReader reader = DeliveryReader.open(fixture.source(), split, found.header())) {
        for (RawRecord record = reader.next(); record != null; record = reader.next()) {
          List<String> row = new ArrayList<>(List.of(record.cells()));
          row.add(String.valueOf(record.width()));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** A ragged record over several lines may be taken for a quote that was never closed. */
  private static boolean suspicious(@Nullable List<List<String>> records) {
    return records == null
        || records.stream()
            .anyMatch(row -> row.size() != 4 && String.join("", row).matches("(?s).*[\r\n].*"));
  }

  @Test
  void soupIsReadAsThePlainReaderDoesOrRefusedLikeIt() throws IOException {
    soups(1, 2_500);
  }

  @Test
  @Tag("slow")
  void twentyThousandSoups() throws IOException {
    soups(2_501, 20_000);
  }

  private void soups(long first, long last) throws IOException {
    Path file = folder.resolve("fuzz.csv");
    int refusals = 0;
    for (long seed = first; seed <= last; seed++) {
      Random random = new Random(seed);
      String text = soup(random);
      Files.write(file, text.getBytes(charset(random)));
      Fixture fixture = Fixture.ratings();
      List<List<String>> expected = expected(text);
      try {
        List<List<String>> actual = actual(fixture, file, 1 + random.nextInt(50));
        assertThat(actual).as("seed %d", seed).isEqualTo(expected);
      } catch (RefusedException refused) {
        refusals++;
        if (!suspicious(SimpleCsv.read(text, ','))) {
          fail("seed " + seed + " was refused: " + refused.code());
        }
      }
    }
    long files = last - first + 1;
    assertThat((long) refusals).isBetween(files / 10, files * 9 / 10);
  }

  @Test
  void whatIsWrittenRightIsReadBack() throws IOException {
    Path file = folder.resolve("good.csv");
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      List<List<String>> rows = new ArrayList<>();
      StringBuilder text = new StringBuilder(HEAD);
      for (int i = random.nextInt(20); i >= 0; i--) {
        List<String> row = new ArrayList<>(List.of("r" + i));
        for (int column = 0; column < 3; column++) {
          row.add(soup(random).substring(HEAD.length()));
        }
        for (String cell : row) {
          text.append('"').append(cell.replace("\"", "\"\"")).append("\",");
        }
        text.setLength(text.length() - 1);
        text.append(random.nextBoolean() ? "\n" : "\r\n");
        rows.add(row);
      }
      Files.write(file, text.toString().getBytes(charset(random)));
      List<List<String>> actual = actual(Fixture.ratings(), file, 1 + random.nextInt(200));
      actual.forEach(row -> row.remove(4));
      assertThat(actual).as("seed %d", seed).isEqualTo(rows);
    }
  }

  @Test
  void randomBytesAreReadOrRefusedNeverMore() throws IOException {
    Path file = folder.resolve("bytes.csv");
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      byte[] tail = new byte[random.nextInt(200)];
      random.nextBytes(tail);
      byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
      byte[] bytes = java.util.Arrays.copyOf(head, head.length + tail.length);
      System.arraycopy(tail, 0, bytes, head.length, tail.length);
      Files.write(file, bytes);
      Fixture fixture = Fixture.ratings();
      fixture.encoding = random.nextBoolean() ? "auto" : "utf-8";
      try {
        fixture.mapAll(file).forEach(mapped -> assertThat(mapped).isNotNull());
      } catch (RefusedException refused) {
        assertThat(refused.sentence()).as("seed %d", seed).isNotBlank();
      }
    }
  }
}
