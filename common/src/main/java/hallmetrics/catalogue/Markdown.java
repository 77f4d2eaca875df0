package hallmetrics.catalogue;

import java.util.List;

/** The little Markdown the generated pages need. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /** A paragraph, with an empty line after it. */
  Markdown paragraph(String line) {
    text.append(line).append("\n\n");
    return this;
  }

  /** A heading. */
  Markdown heading(int level, String title) {
    return paragraph("#".repeat(level) + ' ' + title);
  }

  /** An item of a list; {@link #end()} closes the list. */
  Markdown item(String name, String value) {
    text.append("- ").append(name).append(": ").append(value).append('\n');
    return this;
  }

  /** A row of a table; {@link #end()} closes the table. */
  Markdown row(String... cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(' ').append(cell.replace("|", "\\|").replace('\n', ' ')).append(" |");
    }
    text.append('\n');
    return this;
  }

  /** The head of a table. */
  Markdown head(String... cells) {
    row(cells);
    text.append("|---".repeat(cells.length)).append("|\n");
    return this;
  }

  /** A block of code. */
  Markdown code(String language, String code) {
    text.append("```").append(language).append('\n').append(code).append("```\n\n");
    return this;
  }

  /** Ends a list or table. */
  Markdown end() {
    text.append('\n');
    return this;
  }

  static String code(String inline) {
    return '`' + inline.strip().replaceAll("\\s+", " ") + '`';
  }

  static String codes(List<String> inline) {
    return String.join(", ", inline.stream().map(Markdown::code).toList());
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + '\n';
  }
}
