package hallmetrics.time;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import hallmetrics.fault.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a register (CSV with a header; lines that begin with # are remarks). */
final class RegisterRows {
  private final String file;
  private final Problems problems;
  private boolean sound = true;

  RegisterRows(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** One row; every fault is a problem at its line. */
  final class Row {
    private final NamedCsvRecord csv;
    private boolean read = true;

    private Row(NamedCsvRecord csv) {
      this.csv = csv;
    }

    int line() {
      return (int) csv.getStartingLineNumber();
    }

    /** Whether no problem was found in this row so far. */
    boolean sound() {
      return read;
    }

    /** The field without blanks around it; empty when the row ends before it. */
    String text(String column) {
      return csv.findField(column).orElse("").strip();
    }

    /** The field read; null with a problem where it cannot be read. */
    <T> @Nullable T read(String column, String expected, Function<String, T> reader) {
      String text = text(column);
      try {
        return reader.apply(text);
      } catch (RuntimeException unreadable) {
        problem(column + " '" + text + "' 无法识别，应为" + expected);
        return null;
      }
    }

    /** The field read, null where it is empty. */
    <T> @Nullable T readIfGiven(String column, String expected, Function<String, T> reader) {
      return text(column).isEmpty() ? null : read(column, expected, reader);
    }

    /** The constant of that name; null with a problem, which lists the names, for another text. */
    <E extends Enum<E>> @Nullable E constant(String column, Class<E> names) {
      String expected = String.join("、", names(names));
      return read(
          column, " " + expected, text -> Enum.valueOf(names, text.toUpperCase(Locale.ROOT)));
    }

    void problem(String message) {
      read = false;
      RegisterRows.this.problem(line(), message);
    }
  }

  /** Whether no problem was found in the register so far. */
  boolean sound() {
    return sound;
  }

  /** Adds a problem at a line of the register. */
  void problem(int line, String message) {
    sound = false;
    problems.add(file, line, message);
  }

  private static <E extends Enum<E>> List<String> names(Class<E> constants) {
    return List.of(constants.getEnumConstants()).stream().map(Enum::name).toList();
  }

  /** All rows, in order; none where the file cannot be read at all. */
  List<Row> read(String text, List<String> columns) {
    List<NamedCsvRecord> records = new ArrayList<>();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .allowMissingFields(true)
            .ofNamedCsvRecord(plain)) {
      reader.forEach(records::add);
    } catch (CsvParseException malformed) {
      problem(1, "不是规范的 CSV（not a well-formed CSV）：" + malformed.getMessage());
      return List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory", impossible);
    }
    List<String> header = header(records);
    for (String column : columns) {
      if (!header.contains(column)) {
        problem(1, "缺少列（missing column）" + column);
      }
    }
    return header.containsAll(columns) ? records.stream().map(Row::new).toList() : List.of();
  }

  private static List<String> header(List<NamedCsvRecord> records) {
    return Optional.of(records)
        .filter(rows -> !rows.isEmpty())
        .map(rows -> rows.get(0).getHeader())
        .map(Objects::requireNonNull)
        .orElse(List.of());
  }
}
