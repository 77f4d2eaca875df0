package hallmetrics.page;

import hallmetrics.catalogue.PageSpec;
import java.util.List;

/** Draws one kind of page, over as many sheets as its rows need. */
@FunctionalInterface
interface Form {
  List<Page> make(Facts facts, PageSpec spec);

  /** The id of a metric's first sheet on a page that may show several. */
  static String id(PageSpec spec, String metric) {
    return spec.metrics().indexOf(metric) <= 0
        ? spec.id()
        : spec.id() + "-" + metric.replace('_', '-');
  }

  /** The id of a further sheet of a page. */
  static String sheet(String id, int index) {
    return index == 0 ? id : id + "-" + (index + 1);
  }
}
