package hallmetrics.catalogue;

import hallmetrics.fault.Nearest;
import hallmetrics.yaml.YamlFile;
import hallmetrics.yaml.YamlFile.Named;
import hallmetrics.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one catalogue file into the draft. */
final class FileParser {
  private static final Set<String> KEYS =
      Set.of(
          "table",
          "title",
          "key",
          "key_else",
          "event_date",
          "place",
          "columns",
          "computed",
          "splits",
          "duty",
          "measures",
          "derive",
          "metrics",
          "rankings",
          "pages");
  private static final Set<String> OF_TABLE =
      Set.of(
          "title",
          "key",
          "key_else",
          "event_date",
          "place",
          "columns",
          "computed",
          "splits",
          "duty",
          "measures",
          "derive");

  private final Draft draft;

  FileParser(Draft draft) {
    this.draft = draft;
  }

  /** The file's top mapping; null (and a problem) when it is none. */
  @Nullable YamlMap open(Named file) {
    YamlMap top = YamlFile.read(file.name(), file.text(), draft.problems);
    if (top != null) {
      top.allow(KEYS);
    }
    return top;
  }

  /** First pass: tables, so that everything else may name a table of any file. */
  void tables(YamlMap top, boolean site) {
    String table = top.textOrNull("table");
    if (table == null) {
      needsTable(top);
    } else {
      table(top, table, site);
    }
  }

  /** Second pass: derived tables, measures, metrics, rankings and pages. */
  void definitions(YamlMap top, boolean site) {
    String table = top.textOrNull("table");
    if (table != null) {
      derived(top, table, site);
    }
    metrics(top, table, site);
    rankings(top, site);
    pages(top, site);
  }

  private static void needsTable(YamlMap top) {
    for (String key : top.keys()) {
      if (OF_TABLE.contains(key)) {
        top.problem(key, "'" + key + "' 需要先写 table (needs 'table')");
      }
    }
  }

  private void table(YamlMap top, String table, boolean site) {
    TableParser parser = new TableParser(top, table);
    if (top.has("event_date")) {
      draft.tables.put(table, parser.whole(), top.file(), top.line("table"), site);
    } else if (draft.tables.get(table) == null) {
      Set<String> known = new TreeSet<>(draft.tables.entries.keySet());
      String hint = Nearest.hint(table, known);
      top.problem("table", "未知的表 '" + table + "'；新表须写 event_date (unknown table)" + hint);
    } else if (TableParser.extendsTable(top)) {
      draft.tables.replace(
          table,
          parser.extended(draft.tables.entries.get(table)),
          top.file(),
          top.line("table"),
          site);
    }
  }

  private void derived(YamlMap top, String table, boolean site) {
    measures(top, table, site);
    for (Map.Entry<String, YamlMap> entry : top.maps("derive").entrySet()) {
      YamlMap body = entry.getValue();
      Derived derived = DerivedParser.parse(entry.getKey(), table, body);
      draft.derived.put(entry.getKey(), derived, body.file(), body.line(), site);
      measures(body, entry.getKey(), site);
    }
  }

  private void measures(YamlMap owner, String table, boolean site) {
    owner
        .maps("measures")
        .forEach(
            (name, body) ->
                draft.measures.put(
                    name, MeasureParser.parse(name, table, body), body.file(), body.line(), site));
  }

  private void metrics(YamlMap top, @Nullable String table, boolean site) {
    top.maps("metrics")
        .forEach(
            (name, body) -> {
              Metric metric = new MetricParser(name, body, draft).parse();
              draft.metrics.put(name, metric, body.file(), body.line(), site);
              MeasureDraft stated = ScoreParser.measure(metric, table, body);
              if (stated != null) {
                draft.measures.put(stated.name(), stated, body.file(), body.line(), site);
              }
            });
  }

  private void rankings(YamlMap top, boolean site) {
    for (YamlMap body : top.mapList("rankings")) {
      body.allow(Set.of("metric", "scope"));
      List<String> scopes = List.of("REGION", "ORG", "HALL");
      String scope = Words.upperChoice(body, "scope", scopes, "REGION");
      Ranking ranking = new Ranking(body.text("metric"), scope, body.file(), body.line());
      String name = ranking.metric() + '/' + scope;
      draft.rankings.put(name, ranking, body.file(), body.line(), site);
    }
  }

  private void pages(YamlMap top, boolean site) {
    List<String> scopes = List.of("ALL", "REGION", "ORG", "HALL");
    for (YamlMap body : top.mapList("pages")) {
      body.allow(Set.of("id", "form", "metrics", "scope"));
      String scope = Words.upperChoice(body, "scope", scopes, "ALL");
      List<String> metrics = new ArrayList<>(body.list("metrics"));
      PageSpec page =
          new PageSpec(
              body.text("id"),
              body.text("form"),
              List.copyOf(metrics),
              scope,
              body.file(),
              body.line());
      draft.pages.put(page.id(), page, body.file(), body.line(), site);
    }
  }
}
