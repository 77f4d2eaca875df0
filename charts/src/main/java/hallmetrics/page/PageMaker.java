package hallmetrics.page;

import hallmetrics.catalogue.PageSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All pages of a pack, in the order of the catalogue. */
public final class PageMaker {
  private static final String COVER = "cover";

  private static final Map<String, Form> FORMS =
      Map.of(
          "scorecard", new ScorecardForm(),
          "xmr", new TrendForm(),
          "caterpillar", new RankingForm(),
          "annex", new AnnexForm());

  private PageMaker() {}

  /** Forms a page may have. */
  public static List<String> forms() {
    List<String> forms = new ArrayList<>(FORMS.keySet());
    forms.add(COVER);
    forms.sort(null);
    return forms;
  }

  /**
   * Makes the pages. A cover knows the numbers of the others, so it is made last.
   *
   * @throws IllegalArgumentException for a form or metric that does not exist; the catalogue's
   *     check finds both before any pack is made
   */
  public static List<Page> make(Facts facts) {
    List<List<Page>> made = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    int number = 0;
    for (PageSpec spec : facts.definitions().pages()) {
      if (spec.form().equals(COVER)) {
        made.add(List.of());
        number++;
        continue;
      }
      Form form = FORMS.get(spec.form());
      if (form == null) {
        throw new IllegalArgumentException("no page form " + spec.form() + ", only " + forms());
      }
      List<Page> pages = form.make(facts, spec);
      for (Page page : pages) {
        number++;
        numbers.put(page.id(), number);
      }
      made.add(pages);
    }
    CoverForm cover = new CoverForm(facts, numbers);
    List<Page> all = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      PageSpec spec = facts.definitions().pages().get(i);
      all.addAll(spec.form().equals(COVER) ? List.of(cover.make(spec)) : made.get(i));
    }
    return all;
  }
}
