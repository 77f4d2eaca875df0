import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The same rows in other files, for law 2: {@code java -cp hall.jar Rewrite.java IN OUT}. Writes into
 * the folder OUT the UTF-8 CSV as GB18030, as UTF-8 in another order, as a workbook of texts, and in
 * three parts; equal rows stay in one part.
 */
public final class Rewrite {
  private Rewrite() {}

  /** Arguments: the CSV, the folder. */
  public static void main(String[] arguments) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(Path.of(arguments[0]))) {
      records.forEach(record -> rows.add(record.getFields()));
    }
    Path out = Files.createDirectories(Path.of(arguments[1]));
    List<String> header = rows.remove(0);
    csv(out.resolve("gb18030.csv"), Charset.forName("GB18030"), header, rows);
    xlsx(out.resolve("workbook.xlsx"), header, rows);
    for (int part = 0; part < 3; part++) {
      int mine = part;
      List<List<String>> third =
          rows.stream().filter(row -> Math.floorMod(row.hashCode(), 3) == mine).toList();
      csv(out.resolve("part" + (part + 1) + ".csv"), StandardCharsets.UTF_8, header, third);
    }
    Collections.shuffle(rows, new Random(1));
    csv(out.resolve("shuffled.csv"), StandardCharsets.UTF_8, header, rows);
  }

  private static void csv(Path file, Charset charset, List<String> header, List<List<String>> rows)
      throws IOException {
    try (Writer text = Files.newBufferedWriter(file, charset);
        CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }

  private static void xlsx(Path file, List<String> header, List<List<String>> rows)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "rewrite", "1.0")) {
      Worksheet sheet = book.newWorksheet("rows");
      List<List<String>> all = new ArrayList<>(List.of(header));
      all.addAll(rows);
      for (int row = 0; row < all.size(); row++) {
        for (int column = 0; column < all.get(row).size(); column++) {
          String cell = all.get(row).get(column);
          if (!cell.isEmpty()) {
            sheet.value(row, column, cell);
          }
        }
      }
    }
  }
}
