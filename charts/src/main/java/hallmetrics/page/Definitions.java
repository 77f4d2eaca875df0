package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the catalogue says of an edition.
 *
 * @param metrics every definition, older versions too
 * @param pages in the order of the pack
 * @param headline metrics whose city series may become a finding, at most three
 * @param titles for the annex: of tables by their names, of columns by {@code table.column}; a name
 *     without one is printed as it is
 * @param sources titles of sources by their names, which may be those of tables
 * @param unassignedAbove the part of a metric's total above which the pack says how much of it
 *     could not be assigned to regions
 */
public record Definitions(
    List<Metric> metrics,
    List<PageSpec> pages,
    List<String> headline,
    SortedMap<String, String> titles,
    SortedMap<String, String> sources,
    BigDecimal unassignedAbove) {
  public Definitions {
    metrics = List.copyOf(metrics);
    pages = List.copyOf(pages);
    headline = List.copyOf(headline);
    titles = new TreeMap<>(titles);
    sources = new TreeMap<>(sources);
  }

  /** The title of a table. */
  public String title(String name) {
    return titles.getOrDefault(name, name);
  }

  /** The title of a source. */
  public String source(String name) {
    return sources.getOrDefault(name, name);
  }

  /** The same with the metrics as they are printed. */
  Definitions with(List<Metric> printed) {
    return new Definitions(printed, pages, headline, titles, sources, unassignedAbove);
  }
}
