package hallmetrics.page;

import hallmetrics.catalogue.PageSpec;
import hallmetrics.plot.Grid;
import hallmetrics.plot.Table;
import hallmetrics.theme.Sheet;
import java.util.ArrayList;
import java.util.List;

/** The tables behind the pages: figures, definitions, quality of the data. */
final class AnnexForm implements Form {
  /** Height of tables under a head of two lines and a foot of two. */
  private static final double HEIGHT = 396;

  @Override
  public List<Page> make(Facts facts, PageSpec spec) {
    List<Page> pages = new ArrayList<>();
    AnnexFigures tables = new AnnexFigures(facts, facts.shown(spec));
    Table claims = new AnnexClaims(facts).table();
    if (!claims.rows().isEmpty()) {
      pages.addAll(part(facts, spec, "claims", List.of(claims), pages.size()));
    }
    pages.addAll(part(facts, spec, "city", List.of(tables.city()), pages.size()));
    for (String scope : tables.scopes()) {
      pages.addAll(part(facts, spec, scope, List.of(tables.units(scope)), pages.size()));
    }
    pages.addAll(part(facts, spec, "definitions", List.of(tables.definitions()), pages.size()));
    pages.addAll(part(facts, spec, "quality", new AnnexQuality(facts).tables(), pages.size()));
    return pages;
  }

  private static List<Page> part(
      Facts facts, PageSpec spec, String part, List<Table> tables, int before) {
    List<Grid> sheets = Grid.paginate(tables, Sheet.INNER, HEIGHT, Wording.of("continued"));
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      String title = Wording.of("annex.title." + part);
      pages.add(
          new Page(
              Form.sheet(spec.id(), before + i),
              Page.Kind.TABLE,
              i == 0 ? title : title + Wording.of("continued"),
              Wording.of(
                  "annex.sub",
                  "site",
                  facts.issue().site(),
                  "period",
                  facts.issue().period().title(),
                  "edition",
                  Figures.plain(facts.issue().edition())),
              Wording.of("annex.foot." + part) + Wording.of("foot.honest"),
              title,
              sheets.get(i).tables(),
              sheets.get(i)));
    }
    return pages;
  }
}
