package hallmetrics.export;

import hallmetrics.page.Compositor;
import hallmetrics.page.Page;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pages as SVG with real text: searchable, and as sharp as the screen. */
public final class Svg {
  static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private Svg() {}

  /** One page as a document of its own, which carries its fonts. */
  public static String of(Binding binding, int index) {
    Page page = binding.pages().get(index);
    Element root =
        draw(
            page.id(),
            new Dimension(Sheet.WIDTH, Sheet.HEIGHT),
            pen -> Compositor.draw(page, binding.mark(), binding.number(index), pen));
    describe(root, page, page.id());
    Element style = root.getOwnerDocument().createElementNS(NAMESPACE, "style");
    style.setTextContent(FontSubset.css(root.getTextContent()));
    root.insertBefore(style, root.getFirstChild());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(root) + "\n";
  }

  /**
   * The picture of a page alone, to stand inside HTML that brings fonts and words.
   *
   * @param prefix begins every id, so that pictures can share a document
   */
  static String picture(Page page, String prefix, int width, int height) {
    Element root =
        draw(
            prefix,
            new Dimension(width, height),
            pen -> {
              Pen.settle(pen.graphics());
              page.drawable().draw(pen, new Rectangle2D.Double(1, 1, width - 2.0, height - 2.0));
            });
    describe(root, page, prefix);
    return text(root);
  }

  private static Element draw(String prefix, Dimension size, Consumer<Pen> drawing) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setPrecision(2);
    context.setIDGenerator(
        new SVGIDGenerator() {
          private int last;

          @Override
          public String generateID(String kind) {
            last++;
            return prefix + "-" + kind + last;
          }
        });
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(size);
    drawing.accept(new Pen(graphics));
    Element root = graphics.getRoot();
    graphics.dispose();
    root.setAttributeNS(null, "viewBox", "0 0 " + size.width + " " + size.height);
    return root;
  }

  private static void describe(Element root, Page page, String prefix) {
    root.setAttributeNS(null, "role", "img");
    root.setAttributeNS(null, "aria-labelledby", prefix + "-t " + prefix + "-d");
    Element title = child(root, "title", prefix + "-t", page.title());
    Element desc = child(root, "desc", prefix + "-d", page.alt());
    root.insertBefore(desc, root.getFirstChild());
    root.insertBefore(title, desc);
  }

  private static Element child(Element root, String name, String id, String text) {
    Element child = root.getOwnerDocument().createElementNS(NAMESPACE, name);
    child.setAttributeNS(null, "id", id);
    child.setTextContent(text);
    return child;
  }

  private static Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser", e);
    }
  }

  private static String text(Element root) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(root), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("cannot write SVG", e);
    }
  }
}
