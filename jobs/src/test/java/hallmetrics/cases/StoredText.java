package hallmetrics.cases;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a file says: its bytes, and what they hold once unpacked. */
final class StoredText {
  private StoredText() {}

  static String of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    StringBuilder text = new StringBuilder();
    // each byte a character for what is no text, and once more as UTF-8 for Chinese and full width
    text.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
    text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
    String name = file.getFileName().toString();
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "parquet" -> parquet(file, text);
      case "avro" -> avro(file.toFile(), text);
      case "pdf" -> pdf(file.toFile(), text);
      case "zip" -> zip(bytes, text);
      default -> {
        // Everything else lies open.
      }
    }
    return text.toString();
  }

  private static void parquet(Path file, StringBuilder text) throws IOException {
    Configuration settings = new Configuration();
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
            .withConf(settings)
            .build()) {
      for (Group row = rows.read(); row != null; row = rows.read()) {
        text.append(row).append('\n');
      }
    }
  }

  private static void avro(File file, StringBuilder text) throws IOException {
    try (DataFileReader<Object> rows = new DataFileReader<>(file, new GenericDatumReader<>())) {
      rows.getMetaKeys().forEach(key -> text.append(rows.getMetaString(key)).append('\n'));
      for (Object row : rows) {
        value(row, text);
      }
    }
  }

  /** Bounds of columns stand in manifests as bytes. */
  private static void value(Object value, StringBuilder text) {
    if (value instanceof IndexedRecord row) {
      row.getSchema().getFields().forEach(field -> value(row.get(field.pos()), text));
    } else if (value instanceof List<?> list) {
      list.forEach(one -> value(one, text));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(one -> value(one, text));
    } else if (value instanceof ByteBuffer bytes) {
      text.append(StandardCharsets.UTF_8.decode(bytes.duplicate())).append('\n');
    } else if (value instanceof GenericData.Fixed fixed) {
      text.append(new String(fixed.bytes(), StandardCharsets.ISO_8859_1)).append('\n');
    } else {
      text.append(value).append('\n');
    }
  }

  private static void pdf(File file, StringBuilder text) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      text.append(new PDFTextStripper().getText(document));
      text.append(document.getDocumentInformation().getCOSObject());
    }
  }

  private static void zip(byte[] bytes, StringBuilder text) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        text.append(entry.getName()).append('\n');
        text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    }
  }
}
