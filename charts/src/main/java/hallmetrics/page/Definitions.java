package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the catalogue says of an edition.
 *
 * @param metrics every definition, older versions too
 * @param pages in the order of the pack
 * @param headline metrics whose city series may become a finding, at most three
 * @param titles titles of sources and tables by their names, and of columns by {@code
 *     table.column}, for the annex; a name without one is printed as it is
 */
public record Definitions(
    List<Metric> metrics,
    List<PageSpec> pages,
    List<String> headline,
    SortedMap<String, String> titles) {
  public Definitions {
    metrics = List.copyOf(metrics);
    pages = List.copyOf(pages);
    headline = List.copyOf(headline);
    titles = new TreeMap<>(titles);
  }

  /** The title of a table or source. */
  public String title(String name) {
    return titles.getOrDefault(name, name);
  }
}
