package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedBookTest {
  @TempDir Path folder;

  private static Book book() {
    return new Book().texts("编号", "时间", "满意度", "区划");
  }

  private static RefusedException refused(Path file) {
    Fixture fixture = Fixture.ratings();
    fixture.format = "xlsx";
    return catchThrowableOfType(
        RefusedException.class, () -> Fixture.cells(fixture.source(), file));
  }

  private String code(Path file) {
    RefusedException refused = refused(file);
    return refused == null ? "read" : refused.code();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "cut", ".xlsx"), bytes);
  }

  @Test
  void aBookCutAnywhereIsRefused() throws IOException {
    Book book = book();
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      book.texts("" + i, "" + random.nextLong(), "" + random.nextLong(), "");
    }
    byte[] whole = book.bytes();
    for (int end = 0; end < whole.length; end += 512) {
      String code = code(write(Arrays.copyOf(whole, end)));
      assertThat(code).as("cut at %d", end).isIn("damaged-archive", "empty-file");
    }
  }

  @Test
  void aFlippedByteInTheSheetIsNoticed() throws IOException {
    Book book = book().texts("1", "2", "3", "4");
    byte[] whole = book.bytes();
    String directory = new String(whole, StandardCharsets.ISO_8859_1);
    int data = directory.indexOf("xl/worksheets/sheet1.xml") + "xl/worksheets/sheet1.xml".length();
    int noticed = 0;
    for (int i = data; i < data + 60; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x10;
      noticed += code(write(flipped)).equals("read") ? 0 : 1;
    }
    assertThat(noticed).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>",
        "<row r=\"99999999999\"><c><v>1</v></c></row>",
        "<row r=\"2\"><c t=\"s\"><v>999999999</v></c></row>",
        "<row r=\"2\"><c t=\"s\"><v>x</v></c></row>",
        "<row r=\"2\"><c t=\"d\"><v>2026-01-05</v></c></row>",
        "<row r=\"2\"><c><v>1</v></row>",
        "<row r=\"2\"><c><v>&evil;</v></c></row>",
      })
  void cellsOutOfBoundsAreRefused(String xml) {
    assertThat(code(book().raw(xml).save(folder))).isEqualTo("damaged-archive");
  }

  @Test
  void anExternalEntityIsNotRead() {
    Book book = book();
    book.parts.put(
        "xl/sharedStrings.xml",
        "<!DOCTYPE sst [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst><si><t>&e;</t></si></sst>");
    assertThat(code(book.cells("<c t=\"s\"><v>0</v></c>").save(folder)))
        .isEqualTo("damaged-archive");
  }

  @Test
  void aBombIsRefusedBeforeItFillsMemory() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    Book book = book();
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      book.bytes();
      for (String part : book.parts.keySet()) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(book.parts.get(part).getBytes(StandardCharsets.UTF_8));
        if (part.endsWith("sheet1.xml")) {
          byte[] blanks = new byte[1 << 20];
          Arrays.fill(blanks, (byte) ' ');
          for (int i = 0; i < 300; i++) {
            zip.write(blanks);
          }
        }
        zip.closeEntry();
      }
    }
    RefusedException fault = refused(file);
    assertThat(fault.code()).isEqualTo("damaged-archive");
    assertThat(fault.sentence()).contains("压缩炸弹");
  }

  @Test
  void anEntryTwiceIsRefused() {
    Book book = book().texts("1");
    book.parts.put("XL/worksheets/SHEET1.xml", "<worksheet/>");
    assertThat(code(book.save(folder))).isEqualTo("damaged-archive");
  }

  @Test
  void anOldOrEncryptedBookSaysWhatToDo() throws IOException {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    assertThat(refused(write(old)).sentence()).contains("另存为");
  }

  @Test
  void aCsvCalledXlsxIsRefused() throws IOException {
    assertThat(code(write("编号,时间\n1,2\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("damaged-archive");
  }
}
