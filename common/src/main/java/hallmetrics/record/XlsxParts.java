package hallmetrics.record;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks single parts of a workbook with the reading library's parser, without DTD or entities. */
final class XlsxParts {
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;
  private static final Set<String> TYPES = Set.of("b", "e", "n", "str", "s", "inlineStr");

  private XlsxParts() {}

  /** The number of shared strings. */
  static long sharedStrings(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    long[] count = new long[1];
    walk(
        zip,
        entry,
        limit,
        reader -> {
          if (reader.getLocalName().equals("si")) {
            count[0]++;
          }
        });
    return count[0];
  }

  /** Proves that every cell of a sheet lies in bounds and every shared string exists. */
  static void sheet(ZipFile zip, ZipEntry entry, long limit, long strings) throws IOException {
    walk(
        zip,
        entry,
        limit,
        reader -> {
          switch (reader.getLocalName()) {
            case "row" -> row(entry, reader.getAttributeValue(null, "r"));
            case "c" -> {
              cell(entry, reader.getAttributeValue(null, "r"));
              type(entry, reader, strings);
            }
            default -> {
              return;
            }
          }
        });
  }

  /** Whether dates of the workbook count from 1904. */
  static boolean from1904(ZipFile zip) throws IOException {
    boolean[] found = new boolean[1];
    for (ZipEntry entry : zip.stream().toList()) {
      String name = entry.getName();
      if (name.endsWith("xl/workbook.xml") || name.endsWith("/workbook.xml")) {
        walk(
            zip,
            entry,
            Long.MAX_VALUE,
            reader -> {
              String value = reader.getAttributeValue(null, "date1904");
              found[0] |= value != null && (value.equals("1") || value.equals("true"));
            });
      }
    }
    return found[0];
  }

  private static void row(ZipEntry entry, @Nullable String number) {
    if (number != null && !(plainNumber(number) && Integer.parseInt(number) <= MOST_ROWS)) {
      throw XlsxGuard.damaged(entry.getName(), "行号超出工作表");
    }
  }

  private static boolean plainNumber(String text) {
    return text.length() <= 8 && text.length() > 0 && text.chars().allMatch(Character::isDigit);
  }

  private static void cell(ZipEntry entry, @Nullable String address) {
    if (address == null) {
      return;
    }
    int column = 0;
    int at = 0;
    while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
      column = Math.min(column * 26 + address.charAt(at++) - 'A' + 1, MOST_COLUMNS + 1);
    }
    if (column < 1 || column > MOST_COLUMNS || !plainNumber(address.substring(at))) {
      throw XlsxGuard.damaged(entry.getName(), "单元格地址不合规或超出工作表");
    }
  }

  private static void type(ZipEntry entry, XMLStreamReader reader, long strings)
      throws XMLStreamException {
    String type = reader.getAttributeValue(null, "t");
    if (type != null && !TYPES.contains(type)) {
      throw XlsxGuard.damaged(entry.getName(), "含不支持的单元格类型 '" + type + "'，请另存为普通 xlsx");
    }
    if (!"s".equals(type)) {
      return;
    }
    int depth = 1;
    while (depth > 0 && reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("v")) {
        String index = reader.getElementText().strip();
        if (!index.isEmpty() && !(plainNumber(index) && Integer.parseInt(index) < strings)) {
          throw XlsxGuard.damaged(entry.getName(), "引用了不存在的共享字符串");
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private interface Element {
    void at(XMLStreamReader reader) throws XMLStreamException;
  }

  private static void walk(ZipFile zip, ZipEntry entry, long limit, Element each)
      throws IOException {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (XlsxGuard guard = XlsxGuard.open(zip, entry, limit)) {
      XMLStreamReader reader = factory.createXMLStreamReader(guard.lent());
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          each.at(reader);
        }
      }
      reader.close();
      guard.finish();
    } catch (XMLStreamException broken) {
      throw XlsxGuard.damaged(entry.getName(), "不是完整的 XML");
    }
  }
}
