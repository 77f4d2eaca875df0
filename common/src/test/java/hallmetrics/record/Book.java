package hallmetrics.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together part by part, so that it can be wrong in any of them. */
final class Book {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder rows = new StringBuilder();
  private int row;

  Book() {
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + type("workbook", "sheet.main")
            + type("sharedStrings", "sharedStrings")
            + type("styles", "styles")
            + "</Types>");
    workbook("<workbookPr/>", "<sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    styles();
    strings("共享");
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\"/xl/"
        + part
        + ".xml\" ContentType=\""
        + "application/vnd.openxmlformats-officedocument.spreadsheetml."
        + kind
        + "+xml\"/>";
  }

  Book workbook(String properties, String sheets) {
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\">"
            + properties
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    return this;
  }

  /** Styles 0 General, 1 yyyy-mm-dd, 2 with time (built in), 3 年月日 (built in 31), 4 [Red]0.00. */
  private void styles() {
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><numFmts count=\"2\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot;day&quot;\"/></numFmts>"
            + "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/>"
            + "<xf numFmtId=\"31\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
  }

  Book strings(String... texts) {
    StringBuilder all = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
    for (String text : texts) {
      all.append("<si><t>").append(text).append("</t></si>");
    }
    parts.put("xl/sharedStrings.xml", all.append("</sst>").toString());
    return this;
  }

  /** A row of inline texts. */
  Book texts(String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return cells(cells.toString());
  }

  /** A row of cells as XML. */
  Book cells(String cells) {
    row++;
    rows.append("<row r=\"").append(row).append("\">").append(cells).append("</row>");
    return this;
  }

  Book raw(String xml) {
    rows.append(xml);
    return this;
  }

  Path save(Path folder) {
    try {
      return Files.write(Files.createTempFile(folder, "book", ".xlsx"), bytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  byte[] bytes() throws IOException {
    parts.putIfAbsent(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
