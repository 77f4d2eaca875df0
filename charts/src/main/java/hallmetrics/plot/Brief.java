package hallmetrics.plot;

import hallmetrics.theme.Fonts;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import hallmetrics.theme.Strokes;
import hallmetrics.theme.TextFlow;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sentences under headings, the main figures below them, and a shaded panel beside.
 *
 * @param main as a leader reads it: as large as fits
 * @param tiles figures along the foot, as many as leave the sentences room, at most eight
 * @param panel small
 */
public record Brief(List<Block> main, List<Tile> tiles, List<Block> panel) implements Drawable {
  /**
   * A heading with sentences.
   *
   * @param numbered whether the sentences are counted
   * @param most how many lines a sentence may take; a longer one ends in …
   */
  public record Block(String title, List<String> lines, boolean numbered, int most) {
    public Block {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A figure.
   *
   * @param value printed
   * @param unit printed small behind it
   * @param part k/n
   * @param judgement the mark; null where nothing was judged
   * @param word the verdict beside the mark, or why there is none
   */
  public record Tile(
      String title,
      String value,
      String unit,
      String part,
      @Nullable Judgement judgement,
      String word) {}

  private record Type(Font head, Font text, double leading, double gap, double indent) {}

  private static final List<Type> MAIN =
      List.of(
          new Type(Fonts.BOLD.size(13), Fonts.REGULAR.size(14), 22, 8, 22),
          new Type(Fonts.BOLD.size(12), Fonts.REGULAR.size(12), 18, 6, 20),
          new Type(Fonts.BOLD.size(11), Fonts.REGULAR.size(11), 15, 4, 18));
  private static final Type PANEL = new Type(Sheet.STRONG, Sheet.LABEL, 15, 3, 0);
  private static final List<Font> FIGURES =
      IntStream.of(20, 16, 13, 11).mapToObj(Fonts.BOLD::size).toList();
  private static final String CUT = "…";
  private static final double PANEL_WIDTH = 236;
  private static final double INSET = 16;
  private static final double APART = 28;
  private static final double TILE = 84;
  private static final int IN_A_ROW = 4;
  private static final int TILE_ROWS = 2;

  @Override
  public void draw(Pen pen, Rectangle2D area) {
    double width = area.getWidth() - PANEL_WIDTH - APART;
    int columns = tileColumns(width);
    int rows = tileRows(columns, width, area.getHeight());
    double height = area.getHeight() - rows * TILE;
    blocks(pen, main, fitting(width, height), area.getX(), area.getY() - 6, width);
    int shown = Math.min(tiles.size(), rows * columns);
    double share = width / columns;
    for (int i = 0; i < shown; i++) {
      double x = area.getX() + i % columns * share;
      double y = area.getMaxY() - (rows - i / columns) * TILE + 8;
      tile(pen, tiles.get(i), x, y, share - INSET);
    }
    double x = area.getMaxX() - PANEL_WIDTH;
    pen.box(x, area.getY(), PANEL_WIDTH, area.getHeight(), Palette.BAND);
    double inner = PANEL_WIDTH - 2 * INSET;
    blocks(pen, panel, PANEL, x + INSET, area.getY() + INSET / 2, inner);
  }

  /** Four in a row, or fewer where their words are long. */
  private int tileColumns(double width) {
    double widest =
        tiles.stream()
            .mapToDouble(
                tile ->
                    Math.max(
                        Fonts.width(tile.title(), Sheet.STRONG),
                        Fonts.width(tile.part(), Sheet.LABEL)))
            .max()
            .orElse(0);
    int most = Math.max(1, Math.min(IN_A_ROW, tiles.size()));
    return Math.max(1, Math.min(most, (int) (width / (widest + INSET))));
  }

  /** The sentences come first: rows of figures that leave them too little room are not shown. */
  private int tileRows(int columns, double width, double height) {
    Type least = MAIN.get(MAIN.size() - 1);
    int rows = Math.min(TILE_ROWS, (tiles.size() + columns - 1) / columns);
    while (rows > 0 && height(main, least, width) > height - rows * TILE) {
      rows--;
    }
    return rows;
  }

  private Type fitting(double width, double height) {
    return MAIN.stream()
        .filter(type -> height(main, type, width) <= height)
        .findFirst()
        .orElse(MAIN.get(MAIN.size() - 1));
  }

  private static double height(List<Block> blocks, Type type, double width) {
    double height = 0;
    for (Block block : blocks) {
      height += type.leading() + 3 * type.gap();
      for (String line : block.lines()) {
        height += lines(line, block, type, width).size() * type.leading() + type.gap();
      }
    }
    return height;
  }

  private static List<String> lines(String text, Block block, Type type, double width) {
    double column = width - (block.numbered() ? type.indent() : 0);
    List<String> lines = TextFlow.lines(text, type.text(), column);
    if (lines.size() <= block.most()) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, block.most()));
    String last = kept.remove(kept.size() - 1);
    while (Fonts.width(last + CUT, type.text()) > column) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    kept.add(last + CUT);
    return kept;
  }

  private static void blocks(
      Pen pen, List<Block> blocks, Type type, double x, double top, double width) {
    double y = top;
    for (Block block : blocks) {
      y += type.leading();
      pen.left(block.title(), x, y, type.head(), Palette.SECONDARY);
      y += type.gap();
      for (int i = 0; i < block.lines().size(); i++) {
        double indent = block.numbered() ? type.indent() : 0;
        if (block.numbered()) {
          String number = (i + 1) + ".";
          pen.left(number, x, y + type.leading(), type.text(), Palette.SECONDARY);
        }
        for (String line : lines(block.lines().get(i), block, type, width)) {
          y += type.leading();
          pen.left(line, x + indent, y, type.text(), Palette.INK);
        }
        y += type.gap();
      }
      y += 2 * type.gap();
    }
  }

  private static Font figure(Tile tile, double width) {
    double free = width - Fonts.width(tile.unit(), Sheet.SMALL) - 4;
    return FIGURES.stream()
        .filter(font -> Fonts.width(tile.value(), font) <= free)
        .findFirst()
        .orElse(FIGURES.get(FIGURES.size() - 1));
  }

  private static void tile(Pen pen, Tile tile, double x, double top, double width) {
    pen.line(x, top, x + width, top, Strokes.LIMIT, Palette.NEUTRAL);
    pen.left(tile.title(), x, top + 16, Sheet.STRONG, Palette.SECONDARY);
    Font figure = figure(tile, width);
    pen.left(tile.value(), x, top + 39, figure, Palette.INK);
    double after = x + Fonts.width(tile.value(), figure) + 4;
    pen.left(tile.unit(), after, top + 39, Sheet.SMALL, Palette.SECONDARY);
    pen.left(tile.part(), x, top + 55, Sheet.LABEL, Palette.SECONDARY);
    Judgement judgement = tile.judgement();
    if (judgement == null) {
      pen.left(tile.word(), x, top + 70, Sheet.LABEL, Palette.SECONDARY);
    } else {
      pen.fill(judgement.mark(x + 4, top + 66, 4), judgement.color());
      pen.left(tile.word(), x + 14, top + 70, Sheet.LABEL, judgement.textColor());
    }
  }
}
