package hallmetrics.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as a clerk keeps it in a spreadsheet: a merged title above the header, cells of text,
 * numbers and true dates. The bytes depend on the content only.
 */
final class Ledger {
  private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2025, 9, 1, 0, 0);
  private static final String CREATED = "2025-09-01T00:00:00Z";

  private Ledger() {}

  /** Writes a workbook of one sheet: title in row 1, header in row 2. Null cells stay empty. */
  static void write(
      Path file, String sheet, String title, List<String> header, List<@Nullable Object[]> rows) {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      try (Workbook book = new Workbook(Files.newOutputStream(draft), "ledger", "1.0")) {
        Worksheet page = book.newWorksheet(sheet);
        page.value(0, 0, title);
        page.range(0, 0, 0, header.size() - 1).merge();
        for (int column = 0; column < header.size(); column++) {
          page.value(1, column, header.get(column));
        }
        for (int row = 0; row < rows.size(); row++) {
          @Nullable Object[] cells = rows.get(row);
          for (int column = 0; column < cells.length; column++) {
            cell(page, row + 2, column, cells[column]);
          }
        }
      }
      settle(draft, file);
      Files.delete(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cell(Worksheet page, int row, int column, @Nullable Object value) {
    if (value instanceof LocalDateTime moment) {
      page.value(row, column, moment);
      page.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else if (value instanceof LocalDate day) {
      page.value(row, column, day);
      page.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Integer number) {
      page.value(row, column, number);
    } else if (value instanceof String text && !text.isEmpty()) {
      page.value(row, column, text);
    }
  }

  /** A true date cell of a moment already past at {@code now}, else an empty one. */
  static @Nullable Object cell(long moment, long now) {
    return moment <= now ? Moment.time(moment) : null;
  }

  /** Stored entries without times: neither a clock nor a zlib shows in the bytes. */
  private static void settle(Path draft, Path file) throws IOException {
    try (ZipFile in = new ZipFile(draft.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("docProps/core.xml")) {
          String text = new String(content, StandardCharsets.UTF_8);
          content =
              text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", CREATED)
                  .getBytes(StandardCharsets.UTF_8);
        }
        store(out, entry.getName(), content);
      }
    }
  }

  private static void store(ZipOutputStream out, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ZIP_TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
