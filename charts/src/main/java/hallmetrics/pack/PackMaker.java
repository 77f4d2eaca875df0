package hallmetrics.pack;

import hallmetrics.export.Binding;
import hallmetrics.export.Html;
import hallmetrics.export.Pdf;
import hallmetrics.export.Png;
import hallmetrics.export.Svg;
import hallmetrics.page.Facts;
import hallmetrics.page.Issue;
import hallmetrics.page.Page;
import hallmetrics.page.PageMaker;
import hallmetrics.theme.FontGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Makes the documents of an edition. */
public final class PackMaker {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int HASH_SHOWN = 12;

  /** The annex is tables, read in the documents and the Parquet files; it has no pictures. */
  private static final String ANNEX = "pA";

  private PackMaker() {}

  /**
   * Writes {@code pack.pdf}, {@code pack.html} and, of every page but the annex, {@code
   * charts/<page>.{svg,png}}.
   *
   * @param directory where to; created if missing, files of the same name are replaced
   * @throws IOException when a file cannot be written
   */
  public static Pack make(PackInput input, Path directory) throws IOException {
    FontGuard guard = new FontGuard();
    List<Page> pages =
        PageMaker.make(new Facts(input.issue(), input.rows(), input.gaps(), input.definitions()))
            .stream()
            .map(page -> page.guarded(guard))
            .toList();
    Binding binding = bind(input.issue(), pages, guard);
    List<Path> files = new ArrayList<>();
    Path charts = directory.resolve("charts");
    Files.createDirectories(charts);
    for (int i = 0; i < pages.size(); i++) {
      String id = pages.get(i).id();
      if (id.startsWith(ANNEX)) {
        continue;
      }
      write(charts.resolve(id + ".png"), Png.of(binding, i), files);
      write(charts.resolve(id + ".svg"), utf8(Svg.of(binding, i)), files);
    }
    write(directory.resolve("pack.html"), utf8(Html.of(binding)), files);
    write(directory.resolve("pack.pdf"), Pdf.of(binding), files);
    return new Pack(
        pages, files.stream().map(directory::relativize).sorted().toList(), guard.missing());
  }

  private static Binding bind(Issue issue, List<Page> pages, FontGuard guard) {
    String shown =
        issue.figuresHash().substring(0, Math.min(HASH_SHOWN, issue.figuresHash().length()));
    String mark =
        issue.site()
            + " · "
            + issue.period().title()
            + " · 第"
            + issue.edition()
            + "版 · 数据 "
            + shown;
    String title = pages.isEmpty() ? issue.site() : pages.get(0).title();
    return new Binding(
        title,
        guard.check(mark),
        issue.software(),
        issue.period().last().plusDays(1).atStartOfDay(SHANGHAI),
        pages);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] bytes, List<Path> files) throws IOException {
    Files.write(file, bytes);
    files.add(file);
  }
}
