package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before the library touches it: a whole archive, no entry twice, sizes in
 * bounds, checksums right, cells inside a sheet's bounds. What the library takes on trust (a column
 * far beyond the last, a shared string that does not exist) would exhaust memory.
 */
final class XlsxInspection {
  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_SHEET = 1L << 30;
  private static final long MOST_STRINGS = 128L << 20;
  private static final long MOST_OTHER = 32L << 20;

  private XlsxInspection() {}

  static Inspection of(SourceSpec source, Path file) throws IOException {
    refuseOldFormat(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Set<String> names = names(zip);
      if (!names.contains("xl/workbook.xml") && !names.contains("[content_types].xml")) {
        throw XlsxGuard.damaged("压缩包", "不是 xlsx 工作簿");
      }
      walk(zip);
    } catch (ZipException broken) {
      throw XlsxGuard.damaged("压缩包", "不完整，可能在传输中被截断");
    }
    DeliverySplit whole = new DeliverySplit(file.toString(), "", 0, Files.size(file), 1);
    List<String> header = XlsxDelivery.header(source, whole);
    return new Inspection(header, "xlsx", List.of(whole));
  }

  private static void refuseOldFormat(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    if (head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
      throw XlsxGuard.damaged("文件", "是旧版 xls 或加了密码，请另存为不加密的 xlsx 后重新报送");
    }
  }

  private static Set<String> names(ZipFile zip) {
    Set<String> names = new HashSet<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName().toLowerCase(Locale.ROOT);
      String plain = name.startsWith("/") ? name.substring(1) : name;
      if (!names.add(plain)) {
        throw XlsxGuard.damaged(plain, "在压缩包里出现了两次");
      }
      if (names.size() > MOST_ENTRIES) {
        throw XlsxGuard.damaged("压缩包", "条目过多");
      }
    }
    return names;
  }

  private static void walk(ZipFile zip) throws IOException {
    long strings = 0;
    for (ZipEntry entry : zip.stream().toList()) {
      if (kind(entry).equals("strings")) {
        strings += XlsxParts.sharedStrings(zip, entry, MOST_STRINGS);
      }
    }
    for (ZipEntry entry : zip.stream().toList()) {
      switch (kind(entry)) {
        case "sheet" -> XlsxParts.sheet(zip, entry, MOST_SHEET, strings);
        case "other" -> {
          try (XlsxGuard guard = XlsxGuard.open(zip, entry, MOST_OTHER)) {
            guard.finish();
          }
        }
        default -> {
          continue;
        }
      }
    }
  }

  private static String kind(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    if (name.endsWith("sharedstrings.xml")) {
      return "strings";
    }
    if (name.contains("worksheets/") && name.endsWith(".xml")) {
      return "sheet";
    }
    return name.endsWith(".xml") || name.endsWith(".rels") ? "other" : "unread";
  }
}
