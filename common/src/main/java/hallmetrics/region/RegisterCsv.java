package hallmetrics.region;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a CSV of the configuration; every wrong cell is a problem at its line. */
public final class RegisterCsv {
  private final String file;
  private final Problems problems;

  /**
   * @param file as the user would open it
   */
  public RegisterCsv(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The rows of a text whose first line is the header; lines that begin with # are remarks.
   *
   * @param required columns the header must have, and in which no cell may be empty
   * @param optional further columns; any other is a problem
   */
  public List<Row> rows(String text, Set<String> required, Set<String> optional) {
    List<CsvRecord> records = records(text);
    if (records.isEmpty()) {
      problems.add(file, 1, "文件没有表头 (no header)");
      return List.of();
    }
    List<String> header = records.get(0).getFields().stream().map(String::strip).toList();
    if (!headerIsRight(header, required, optional)) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (CsvRecord csv : records.subList(1, records.size())) {
      Row row = new Row(header, csv);
      if (row.isWhole(required)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<CsvRecord> records(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .allowExtraFields(true)
            .allowMissingFields(true);
    List<CsvRecord> records = new ArrayList<>();
    try {
      builder.ofCsvRecord(plain).forEach(records::add);
    } catch (CsvParseException malformed) {
      problems.add(file, 1, "不是规范的 CSV：" + malformed.getMessage());
      return List.of();
    }
    return records;
  }

  private boolean headerIsRight(List<String> header, Set<String> required, Set<String> optional) {
    boolean right = true;
    Set<String> known = new TreeSet<>(required);
    known.addAll(optional);
    for (String column : new TreeSet<>(required)) {
      if (!header.contains(column)) {
        problems.add(file, 1, "缺少列 '" + column + "' (missing column)");
        right = false;
      }
    }
    Set<String> seen = new TreeSet<>();
    for (String column : header) {
      if (!known.contains(column)) {
        problems.add(
            file, 1, "未知的列 '" + column + "' (unknown column)" + Nearest.hint(column, known));
        right = false;
      } else if (!seen.add(column)) {
        problems.add(file, 1, "列 '" + column + "' 重复 (duplicate column)");
        right = false;
      }
    }
    return right;
  }

  /** One row. */
  public final class Row {
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final int line;
    private final int width;
    private final int expected;

    private Row(List<String> header, CsvRecord csv) {
      this.line = (int) csv.getStartingLineNumber();
      this.width = csv.getFieldCount();
      this.expected = header.size();
      for (int i = 0; i < Math.min(width, expected); i++) {
        cells.put(header.get(i), csv.getField(i).strip());
      }
    }

    private boolean isWhole(Set<String> required) {
      if (width != expected) {
        problem("应有 " + expected + " 列，实有 " + width + " 列 (wrong number of columns)");
        return false;
      }
      boolean whole = true;
      for (String column : new TreeSet<>(required)) {
        if (text(column) == null) {
          problem("'" + column + "' 不能为空 (must not be empty)");
          whole = false;
        }
      }
      return whole;
    }

    /** The line it begins on, from 1. */
    public int line() {
      return line;
    }

    /** A cell; null when it is empty or the column is not there. */
    public @Nullable String text(String column) {
      String cell = cells.get(column);
      return cell == null || cell.isEmpty() ? null : cell;
    }

    /** A cell of a required column. */
    public String required(String column) {
      return cells.getOrDefault(column, "");
    }

    /** A day; null when empty or (with a problem) when it is none. */
    public @Nullable LocalDate day(String column) {
      String text = text(column);
      if (text == null) {
        return null;
      }
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException notADay) {
        problem("'" + column + "' 应为日期 yyyy-MM-dd，实为 '" + text + "' (a date)");
        return null;
      }
    }

    /** A whole number that is not negative; null when empty or (with a problem) none. */
    public @Nullable Long number(String column) {
      String text = text(column);
      if (text == null) {
        return null;
      }
      if (text.matches("[0-9]{1,15}")) {
        return Long.valueOf(text);
      }
      problem("'" + column + "' 应为整数，实为 '" + text + "' (a whole number)");
      return null;
    }

    /** Reports a problem at this row's line. */
    public void problem(String message) {
      problems.add(file, line, message);
    }
  }
}
