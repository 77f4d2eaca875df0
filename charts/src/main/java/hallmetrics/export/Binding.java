package hallmetrics.export;

import hallmetrics.page.Page;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Pages bound in order.
 *
 * @param title of the whole, such as a PDF's
 * @param mark what the foot of every page says
 * @param maker program and version
 * @param created the instant written into files: of the figures, never of the run
 */
public record Binding(
    String title, String mark, String maker, ZonedDateTime created, List<Page> pages) {
  public Binding {
    pages = List.copyOf(pages);
  }

  /** The printed number of a page, counted from 1. */
  public String number(int index) {
    return "— " + (index + 1) + " / " + pages.size() + " —";
  }
}
