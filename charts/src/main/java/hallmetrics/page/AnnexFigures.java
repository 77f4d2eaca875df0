package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of metrics and rankings, and what the metrics mean, as tables. */
final class AnnexFigures {
  private final Facts facts;
  private final Figures figures;
  private final List<String> metrics;

  /** Of a share there is nothing to say unsplit: it is always the whole. */
  private final List<String> figured;

  /**
   * Makes tables.
   *
   * @param metrics the metrics to list, in order
   */
  AnnexFigures(Facts facts, List<String> metrics) {
    this.facts = facts;
    this.figures = new Figures(facts);
    this.metrics = metrics;
    this.figured = metrics.stream().filter(id -> facts.metric(id).shareBy() == null).toList();
  }

  Table city() {
    List<List<String>> rows = new ArrayList<>();
    for (String id : figured) {
      MetricRow row = facts.city(id);
      if (row != null) {
        rows.add(
            List.of(
                facts.metric(id).title(),
                figures.cell(row),
                figures.part(row),
                figures.wilson(row),
                figures.target(row, facts.metric(id)),
                figures.like(row, row.sufficient() ? row.previous() : null),
                figures.like(row, row.sufficient() ? row.yearAgo() : null),
                figures.state(row)));
      }
    }
    return new Table(
        "",
        List.of(
            Table.Column.text(Wording.of("column.metric"), 170),
            number("column.value", 76),
            number("column.part", 116),
            number("column.wilson", 126),
            number("column.target", 76),
            number("column.previous", 76),
            number("column.yearAgo", 80),
            Table.Column.text(Wording.of("column.state"), 80)),
        rows);
  }

  /** Scopes with units of their own that have a page: regions, always; others where ranked. */
  List<String> scopes() {
    return Stream.of("REGION")
        .filter(scope -> scope.equals("REGION") || ranked(scope))
        .filter(scope -> metrics.stream().anyMatch(id -> !facts.units(id, scope).isEmpty()))
        .toList();
  }

  private boolean ranked(String scope) {
    return metrics.stream().anyMatch(id -> !facts.ranking(id, scope).isEmpty());
  }

  Table units(String scope) {
    List<List<String>> rows = new ArrayList<>();
    for (String id : figured) {
      Map<String, RankingRow> ranks = new HashMap<>();
      facts.ranking(id, scope).forEach(rank -> ranks.put(rank.scopeId(), rank));
      for (MetricRow row : facts.units(id, scope).values()) {
        rows.add(unit(facts.metric(id), row, ranks.get(row.scopeId())));
      }
    }
    return new Table(
        "",
        List.of(
            Table.Column.text(Wording.of("column.metric"), 168),
            Table.Column.text(Wording.of("column.unit"), 122),
            number("column.value", 66),
            number("column.part", 96),
            number("column.wilson", 122),
            number("column.rank", 106),
            number("column.interval", 72),
            Table.Column.text(Wording.of("column.state"), 76)),
        rows);
  }

  private List<String> unit(Metric metric, MetricRow row, @Nullable RankingRow rank) {
    return List.of(
        metric.title(),
        row.scopeName(),
        figures.cell(row),
        figures.part(row),
        figures.wilson(row),
        rank == null ? "" : figures.marked(rank),
        rank == null ? "" : figures.interval(rank),
        figures.state(row));
  }

  Table definitions() {
    List<List<String>> rows = new ArrayList<>();
    for (String id : metrics) {
      Metric metric = facts.metric(id);
      rows.add(
          List.of(
              metric.code(),
              metric.title(),
              metric.definition(),
              metric.source(),
              Figures.plain(metric.version()),
              metric.validFrom().toString()));
    }
    return new Table(
        "",
        List.of(
            Table.Column.text(Wording.of("column.code"), 60),
            Table.Column.text(Wording.of("column.metric"), 140),
            Table.Column.text(Wording.of("column.definition"), 330),
            Table.Column.text(Wording.of("column.source"), 130),
            number("column.version", 45),
            number("column.validFrom", 85)),
        rows);
  }

  private static Table.Column number(String key, double width) {
    return Table.Column.number(Wording.of(key), width);
  }
}
