package hallmetrics.catalogue;

import hallmetrics.fault.Problem;
import hallmetrics.fault.Problems;
import hallmetrics.yaml.YamlFile.Named;
import java.util.List;

/** Catalogues made of texts. */
final class Texts {
  /** A small sound table of a site. */
  static final String VISIT =
      """
      table: visit
      title: 走访
      key: [visit_no]
      event_date: visit_ts
      place: { region: region_id }
      columns:
        visit_no:  { type: string, title: 编号, required: true }
        visit_ts:  { type: timestamp, title: 时间, required: true }
        region_id: { type: string, title: 区划 }
        kind:      { type: code, title: 方式, values: { OPEN: 明查, SECRET: 暗访 } }
        score:     { type: decimal, title: 得分 }
      splits: { kind: kind }
      """;

  private Texts() {}

  /** The problems of one site file over an empty built-in catalogue. */
  static List<String> problems(String yaml) {
    return problems(List.of(), List.of(new Named("visit.yaml", yaml)));
  }

  static List<String> problems(List<Named> builtIn, List<Named> site) {
    Problems problems = new Problems();
    CatalogueLoader.load(builtIn, site, problems);
    return problems.list().stream().map(Problem::toString).toList();
  }

  /** A sound catalogue of files; fails with the problems of one that is not. */
  static Catalogue sound(List<Named> builtIn, List<Named> site) {
    Problems problems = new Problems();
    Catalogue catalogue = CatalogueLoader.load(builtIn, site, problems);
    problems.throwIfAny();
    return catalogue;
  }

  static Catalogue sound(String yaml) {
    return sound(List.of(), List.of(new Named("visit.yaml", yaml)));
  }

  static Named named(String name, String text) {
    return new Named(name, text);
  }
}
