package hallmetrics.pack;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.page.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a pack, read as their readers read them. */
class DocumentsTest {
  @TempDir static Path directory;
  static Pack pack;

  @BeforeAll
  static void make() throws IOException {
    pack = PackMaker.make(new SampleCity().newest(1.6).input(), directory);
  }

  private static String text(String file) throws IOException {
    return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void thePdfIsSearchableAndCarriesItsFonts() throws IOException {
    try (PDDocument document = Loader.loadPDF(directory.resolve("pack.pdf").toFile())) {
      String text = squeezed(new PDFTextStripper().getText(document));
      for (Page page : pack.pages()) {
        assertThat(text).contains(squeezed(page.title()));
      }
      assertThat(document.getNumberOfPages()).isEqualTo(pack.pages().size());
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      assertThat(document.getDocumentCatalog().getDocumentOutline().children())
          .hasSize(pack.pages().size());
      for (PDPage page : document.getPages()) {
        embedded(page.getResources());
      }
    }
  }

  private static void embedded(PDResources resources) throws IOException {
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      assertThat(font.getName()).matches("[A-Z]{6}\\+HallSans-(Regular|Bold)");
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject form) {
        embedded(form.getResources());
      }
    }
  }

  @Test
  void theHtmlNeedsNothingElse() throws IOException {
    String html = text("pack.html");
    assertThat(html.replace("http://www.w3.org/", "")).doesNotContain("http:", "https:", "<script");
    assertThat(html).contains("default-src 'none'").contains("lang=\"zh-CN\"");
    assertThat(html.length()).isLessThan(5_000_000);
    for (Page page : pack.pages()) {
      assertThat(html).contains("<section id=\"" + page.id() + "\">");
      if (page.kind() == Page.Kind.CHART) {
        assertThat(html).contains("aria-labelledby=\"" + page.id() + "-wide-t");
      }
    }
  }

  @Test
  void picturesSayWhatTheirTablesSay() throws IOException {
    for (Page page : pack.pages()) {
      if (page.id().startsWith("pA")) {
        continue;
      }
      String svg = squeezed(text("charts/" + page.id() + ".svg").replaceAll("<[^>]*>", " "));
      if (page.id().startsWith("p4")) {
        page.tables().stream()
            .flatMap(table -> table.rows().stream())
            .flatMap(java.util.List::stream)
            .filter(cell -> cell.matches("[0-9,.%/]+"))
            .forEach(cell -> assertThat(svg).as(page.id()).contains(cell));
      }
    }
  }

  @Test
  void svgHasRealTextAndItsOwnFonts() throws IOException {
    String svg = text("charts/p2-trend.svg");
    assertThat(svg).contains("<text", "@font-face", "<title id=\"p2-trend-t\">差评率异常偏高");
    assertThat(svg).contains("font-weight:bold");
  }

  @Test
  void theSameRowsGiveTheSameBytesAnywhere(@TempDir Path other) throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      PackMaker.make(new SampleCity().newest(1.6).input(), other);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    for (Path file : pack.files()) {
      assertThat(other.resolve(file))
          .as(file.toString())
          .hasSameBinaryContentAs(directory.resolve(file));
    }
  }
}
