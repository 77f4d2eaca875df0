package hallmetrics.command;

import hallmetrics.edition.CsvTable;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.query.Answer;
import hallmetrics.run.Workplace;
import hallmetrics.text.Numbers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the answer of a query where it was asked for: terminal, CSV, Parquet. */
final class AnswerPrint implements Consumer<Answer> {
  private static final int SHOWN = 50;
  private static final int MOST_SHOWN = 10_000;

  /** Lines between two looks whether anybody still reads. */
  private static final int LOOK = 1_000;

  private final Terminal terminal;
  private final String format;
  private final @Nullable String out;
  private final @Nullable Integer limit;

  private AnswerPrint(
      Terminal terminal, String format, @Nullable String out, @Nullable Integer limit) {
    this.terminal = terminal;
    this.format = format;
    this.out = out;
    this.limit = limit;
  }

  /**
   * Checks what was asked before anything is computed.
   *
   * @throws HallException {@code format-unknown}, {@code limit-wrong}, {@code out-missing}, {@code
   *     out-exists}, {@code out-in-store}, exit 2
   */
  static AnswerPrint of(
      Terminal terminal,
      Workplace workplace,
      @Nullable String format,
      @Nullable String out,
      @Nullable Integer limit) {
    String form = format != null ? format : out == null ? "table" : "csv";
    if (!List.of("table", "csv", "parquet").contains(form)) {
      throw wrong("format-unknown", "只能是 table、csv 或 parquet，实为 " + form);
    }
    if (limit != null && (limit < 1 || (form.equals("table") && limit > MOST_SHOWN))) {
      throw wrong("limit-wrong", "--limit 至少 1；终端表格最多 " + MOST_SHOWN + " 行，更多请写成文件");
    }
    if (out == null ? form.equals("parquet") : form.equals("table")) {
      throw wrong("out-missing", "parquet 要用 --out 给出目录；写文件用 --format csv 或 parquet");
    }
    if (out != null) {
      place(workplace, form, out);
    }
    return new AnswerPrint(terminal, form, out, limit);
  }

  /** Nothing is overwritten, least of all a part of the store. */
  private static void place(Workplace workplace, String form, String out) {
    boolean remote = out.contains("://");
    if (remote && form.equals("csv")) {
      throw wrong("out-remote", "csv 只能写成本机文件；远程目录请用 --format parquet");
    }
    if (remote && out.startsWith(workplace.store().root())) {
      throw wrong("out-in-store", "不能写进数据仓：" + out);
    }
    if (!remote) {
      Path path = Path.of(out).toAbsolutePath().normalize();
      if (!workplace.store().remote() && path.startsWith(workplace.store().folder())) {
        throw wrong("out-in-store", "不能写进数据仓：" + out);
      }
      if (Files.exists(path)) {
        throw wrong("out-exists", "已经有了，不覆盖：" + out);
      }
    }
  }

  static HallException wrong(String code, String sentence) {
    return HallException.of(code, ExitStatus.USAGE, sentence)
        .next("看 hall sql --help 里的例子。")
        .build();
  }

  @Override
  public void accept(Answer answer) {
    try {
      if (format.equals("table")) {
        table(answer);
      } else {
        Answer cut = limit == null ? answer : answer.limit(limit);
        file(cut);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void table(Answer answer) {
    int most = limit == null ? SHOWN : limit;
    List<List<@Nullable Object>> found = answer.limit(most + 1).list();
    List<List<String>> rows =
        found.stream()
            .limit(most)
            .map(row -> row.stream().map(AnswerPrint::cell).toList())
            .toList();
    Columns.lines(answer.columns(), rows).forEach(terminal::say);
    String more = found.size() > most ? "，还有更多：加 --limit N，或 --format csv --out 文件" : "";
    terminal.say("（" + rows.size() + " 行" + more + "；截至 " + answer.asOf() + "）");
  }

  /** What would break the line or move the cursor is a blank. */
  private static String cell(@Nullable Object value) {
    return value == null
        ? Numbers.ABSENT
        : CsvTable.printed(value).replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private void file(Answer answer) throws IOException {
    String target = out;
    if (target == null) {
      PrintStream stream = terminal.out();
      Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
      lines(answer, writer, stream);
      writer.flush();
    } else if (format.equals("parquet")) {
      answer.parquet(target);
      terminal.say("已写出 → " + target);
    } else {
      Path path = Path.of(target).toAbsolutePath().normalize();
      terminal.say("已写出 " + csv(answer, path) + " 行 → " + target);
    }
  }

  /** Written aside and renamed: a file of this name is whole. With BOM, as all our CSV files. */
  private static long csv(Answer answer, Path path) throws IOException {
    Files.createDirectories(path.getParent());
    Path aside = path.resolveSibling("." + path.getFileName() + ".part");
    try (Writer writer = Files.newBufferedWriter(aside, StandardCharsets.UTF_8)) {
      writer.write('\uFEFF');
      long rows = lines(answer, writer, null);
      writer.close();
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Writes head and rows.
   *
   * @param watched the stream behind the writer: when nobody reads it any longer, it ends; null for
   *     a file
   */
  private static long lines(Answer answer, Writer writer, @Nullable PrintStream watched)
      throws IOException {
    CsvTable.line(writer, new ArrayList<>(answer.columns()));
    long rows = 0;
    for (Iterator<List<@Nullable Object>> all = answer.stream(); all.hasNext(); rows++) {
      if (watched != null && rows % LOOK == 0 && watched.checkError()) {
        return rows;
      }
      CsvTable.line(writer, all.next());
    }
    return rows;
  }
}
