package hallmetrics.export;

import hallmetrics.page.Page;
import hallmetrics.plot.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All pages in one HTML file that needs nothing else: pictures inside, fonts inside, no script, and
 * nothing fetched. Wide screens show the pictures as printed, phones a narrow drawing of each.
 */
public final class Html {
  private static final int WIDE = 1000;
  private static final int WIDE_HEIGHT = 460;
  private static final int NARROW = 358;
  private static final int NARROW_HEIGHT = 400;

  private Html() {}

  /** The file's text; UTF-8 is declared inside. */
  public static String of(Binding binding) {
    StringBuilder body = new StringBuilder();
    body.append("<header><h1>").append(escape(binding.title())).append("</h1></header>\n");
    contents(binding, body);
    for (int i = 0; i < binding.pages().size(); i++) {
      page(binding, i, body);
    }
    String text = body.toString();
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'; font-src data:\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + escape(binding.title())
        + "</title>\n<style>\n"
        + FontSubset.css(text)
        + stylesheet()
        + "</style>\n</head>\n<body>\n"
        + text
        + "</body>\n</html>\n";
  }

  /** Numbered as the pages are; pages that go on with another stand under it. */
  private static void contents(Binding binding, StringBuilder body) {
    body.append("<nav aria-label=\"目录\"><ol>");
    for (int i = 0; i < binding.pages().size(); i++) {
      Page page = binding.pages().get(i);
      if (!page.continues()) {
        body.append("<li value=\"").append(i + 1).append("\"><a href=\"#").append(page.id());
        body.append("\">").append(escape(page.title())).append("</a></li>");
      }
    }
    body.append("</ol></nav>\n");
  }

  private static void page(Binding binding, int index, StringBuilder body) {
    Page page = binding.pages().get(index);
    body.append("<section id=\"").append(page.id()).append("\">\n<h2>");
    body.append(escape(page.title())).append("</h2>\n<p class=\"sub\">");
    body.append(escape(page.sub())).append("</p>\n");
    switch (page.kind()) {
      case TEXT -> page.tables().forEach(table -> sentences(table, body));
      case TABLE -> page.tables().forEach(table -> table(table, body));
      case CHART -> {
        picture(page, "wide", WIDE, WIDE_HEIGHT, body);
        picture(page, "narrow", NARROW, NARROW_HEIGHT, body);
        body.append("<details><summary>数据表</summary>\n");
        page.tables().forEach(table -> table(table, body));
        body.append("</details>\n");
      }
    }
    body.append("<p class=\"foot\">").append(escape(page.foot())).append("</p>\n");
    body.append("<p class=\"mark\"><span>").append(escape(binding.mark())).append("</span><span>");
    body.append(escape(binding.number(index))).append("</span></p>\n</section>\n");
  }

  private static void picture(Page page, String size, int width, int height, StringBuilder body) {
    body.append("<div class=\"").append(size).append("\">");
    body.append(Svg.picture(page, page.id() + "-" + size, width, height)).append("</div>\n");
  }

  /** A heading a block of sentences of the same first cell. */
  private static void sentences(Table table, StringBuilder body) {
    String open = "";
    for (List<String> row : table.rows()) {
      if (!row.get(0).equals(open)) {
        body.append(open.isEmpty() ? "" : "</ul>\n");
        open = row.get(0);
        body.append("<h3>").append(escape(open)).append("</h3>\n<ul>");
      }
      body.append("<li>").append(escape(row.get(1))).append("</li>");
    }
    body.append(open.isEmpty() ? "" : "</ul>\n");
  }

  private static void table(Table table, StringBuilder body) {
    body.append("<div class=\"scroll\"><table>");
    if (!table.title().isEmpty()) {
      body.append("<caption>").append(escape(table.title())).append("</caption>");
    }
    body.append("<thead><tr>");
    for (Table.Column column : table.columns()) {
      body.append("<th scope=\"col\"").append(align(column)).append('>');
      body.append(escape(column.title())).append("</th>");
    }
    body.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      body.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        body.append("<td").append(align(table.columns().get(i))).append('>');
        body.append(escape(row.get(i))).append("</td>");
      }
      body.append("</tr>\n");
    }
    body.append("</tbody></table></div>\n");
  }

  private static String align(Table.Column column) {
    return column.align() == Table.Align.RIGHT ? " class=\"n\"" : "";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String stylesheet() {
    try (InputStream stream = Html.class.getResourceAsStream("pack.css")) {
      if (stream == null) {
        throw new IllegalStateException("pack.css is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read pack.css", e);
    }
  }
}
