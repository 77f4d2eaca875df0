package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import hallmetrics.value.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A file read without a source: its format, header and first records. */
record DraftFile(
    String format,
    char delimiter,
    int headerRow,
    List<String> header,
    List<String[]> sample,
    Map<String, TreeSet<String>> words) {
  private static final int MOST_WORDS = 20;
  private static final int SAMPLE = 2000;
  private static final String DELIMITERS = ",\t;|";

  /**
   * Reads with the header in one row.
   *
   * @throws RefusedException when it is no table
   */
  static DraftFile read(Path file, int headerRow) {
    if (workbook(file)) {
      return read(file, plain("xlsx", ',', headerRow));
    }
    DraftFile widest = null;
    RefusedException first = null;
    for (char delimiter : DELIMITERS.toCharArray()) {
      try {
        DraftFile found = read(file, plain("csv", delimiter, headerRow));
        if (widest == null || found.header().size() > widest.header().size()) {
          widest = found;
        }
      } catch (RefusedException notThisOne) {
        first = first == null ? notThisOne : first;
      }
    }
    if (widest == null) {
      throw first == null ? DeliveryOpener.unreadable() : first;
    }
    return widest;
  }

  private static DraftFile read(Path file, SourceSpec source) {
    Inspection found = Inspection.of(source, file, Long.MAX_VALUE);
    List<String[]> sample = new ArrayList<>();
    try (Records records = Records.open(source, found.header(), found.splits().get(0))) {
      for (RawRecord record : records) {
        if (!record.ragged()) {
          sample.add(record.cells());
        }
        if (sample.size() == SAMPLE) {
          break;
        }
      }
    }
    return new DraftFile(
        source.format(),
        source.delimiter(),
        source.headerRow(),
        found.header(),
        sample,
        words(found.header(), sample));
  }

  /** By header the different values of a column, as long as they are few. */
  private static Map<String, TreeSet<String>> words(List<String> header, List<String[]> sample) {
    Map<String, TreeSet<String>> words = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      TreeSet<String> own = new TreeSet<>();
      for (String[] cells : sample) {
        own.add(Text.clean(cells[i]));
        if (own.size() > MOST_WORDS) {
          break;
        }
      }
      own.remove("");
      if (own.size() <= MOST_WORDS) {
        words.put(header.get(i), own);
      }
    }
    return words;
  }

  private static boolean workbook(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    } catch (IOException unreadable) {
      throw DeliveryOpener.unreadable();
    }
  }

  /** A source that maps nothing. */
  private static SourceSpec plain(String format, char delimiter, int headerRow) {
    return new SourceSpec(
        "draft", "", "", "draft", format, "", null, null, "auto", delimiter, null, headerRow, null,
        false, null, 0, null, null, List.of(), Map.of(), "", 1);
  }

  /** The cells of a column in the sample. */
  List<String> column(String name) {
    int at = header.indexOf(name);
    return sample.stream().map(cells -> cells[at]).toList();
  }
}
