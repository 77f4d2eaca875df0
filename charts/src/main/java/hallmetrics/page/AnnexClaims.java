package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Every claim about a unit or a series in one table: the first page has room for some only. */
final class AnnexClaims {
  private final Facts facts;
  private final Figures figures;

  AnnexClaims(Facts facts) {
    this.facts = facts;
    this.figures = new Figures(facts);
  }

  /** Series first, then units as the first page orders them; without rows where nothing is. */
  Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (ClaimRow claim : facts.rows().claims()) {
      if (claim.kind().equals("OUTSIDE")) {
        rows.add(outside(claim));
      }
    }
    new NamedUnits(facts).all().forEach(unit -> unit.rows().forEach(rank -> rows.add(named(rank))));
    return new Table(
        "",
        List.of(
            Table.Column.text(Wording.of("column.unit"), 176),
            Table.Column.text(Wording.of("column.level"), 50),
            Table.Column.text(Wording.of("column.metric"), 176),
            number("column.value", 80),
            number("column.part", 110),
            number("column.rank", 60),
            number("column.interval", 72),
            Table.Column.text(Wording.of("column.claim"), 90)),
        rows);
  }

  private List<String> outside(ClaimRow claim) {
    Metric metric = facts.metric(Objects.requireNonNull(claim.metric()));
    MetricRow row = facts.city(metric.id());
    boolean up = "UP".equals(claim.side());
    return List.of(
        facts.issue().site(),
        Wording.of("scope.ALL"),
        metric.title(),
        row == null ? Wording.of("none") : figures.value(row),
        row == null ? Wording.of("none") : figures.part(row),
        "",
        "",
        Wording.of(up ? "signal.outside.up" : "signal.outside.down"));
  }

  private List<String> named(RankingRow rank) {
    MetricRow row = facts.row(rank);
    return List.of(
        rank.scopeName(),
        Wording.of("scope." + rank.scope()),
        facts.metric(rank.metric()).title(),
        row == null ? Wording.of("none") : figures.value(row),
        row == null ? Wording.of("none") : figures.part(row),
        figures.rank(rank),
        figures.interval(rank),
        Wording.of("named." + rank.named()));
  }

  private static Table.Column number(String key, double width) {
    return Table.Column.number(Wording.of(key), width);
  }
}
