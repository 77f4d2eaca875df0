package hallmetrics.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import hallmetrics.page.Compositor;
import hallmetrics.page.Page;
import hallmetrics.theme.Fonts;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** All pages in one PDF: vectors, searchable text, the used part of both fonts inside. */
public final class Pdf {
  private Pdf() {}

  /** The bytes of the document; the same pages give the same bytes. */
  public static byte[] of(Binding binding) {
    try (PDDocument document = new PDDocument()) {
      describe(document, binding);
      PDDocumentOutline outline = new PDDocumentOutline();
      document.getDocumentCatalog().setDocumentOutline(outline);
      Faces faces = new Faces(document);
      for (int i = 0; i < binding.pages().size(); i++) {
        PDPage sheet = page(document, binding, i, faces);
        outline.addLast(bookmark(binding.pages().get(i), sheet));
      }
      outline.openNode();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write PDF", e);
    }
  }

  private static void describe(PDDocument document, Binding binding) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(binding.title());
    about.setCreator(binding.maker());
    about.setCreationDate(GregorianCalendar.from(binding.created()));
    document.setDocumentId(identity(binding));
    document.getDocumentCatalog().setLanguage("zh-CN");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private static PDPage page(PDDocument document, Binding binding, int index, Faces faces)
      throws IOException {
    PDPage sheet = new PDPage(new PDRectangle(Sheet.WIDTH, Sheet.HEIGHT));
    document.addPage(sheet);
    PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, Sheet.WIDTH, Sheet.HEIGHT);
    graphics.setFontTextDrawer(faces);
    Compositor.draw(
        binding.pages().get(index), binding.mark(), binding.number(index), new Pen(graphics));
    graphics.dispose();
    try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
      content.drawForm(graphics.getXFormObject());
    }
    return sheet;
  }

  private static PDOutlineItem bookmark(Page page, PDPage sheet) {
    PDPageFitDestination target = new PDPageFitDestination();
    target.setPage(sheet);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(page.title());
    item.setDestination(target);
    return item;
  }

  private static long identity(Binding binding) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(binding.title().getBytes(StandardCharsets.UTF_8));
      digest.update(binding.mark().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Writes text with our two faces, and never with a font of the machine. */
  private static final class Faces extends PdfBoxGraphics2DFontTextDrawer {
    private final Map<Fonts, PDFont> fonts = new EnumMap<>(Fonts.class);

    Faces(PDDocument document) throws IOException {
      for (Fonts face : Fonts.values()) {
        fonts.put(
            face,
            PDType0Font.load(
                document, new TTFParser().parse(new RandomAccessReadBuffer(face.file())), true));
      }
    }

    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv environment) {
      return java.util.Objects.requireNonNull(fonts.get(Fonts.of(font)));
    }
  }
}
