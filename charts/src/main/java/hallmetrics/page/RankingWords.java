package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.statistics.RankDraws;
import hallmetrics.text.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a ranking page: only named units are named. */
final class RankingWords {
  private static final double LEVEL = 0.95;
  private static final double TAIL = 0.025;

  private final Facts facts;
  private final Figures figures;
  private final Metric metric;
  private final String scope;
  private final String units;
  private final List<RankingRow> ranking;

  RankingWords(Facts facts, Metric metric, String scope, List<RankingRow> ranking) {
    this.facts = facts;
    this.figures = new Figures(facts);
    this.metric = metric;
    this.scope = scope;
    this.units = Wording.of("scope." + scope);
    this.ranking = ranking;
  }

  String title() {
    List<RankingRow> worst = named("WORST");
    List<RankingRow> best = named("BEST");
    if (worst.isEmpty() && best.isEmpty()) {
      return Wording.of(
          ranked() ? "ranking.title.quiet" : "ranking.title.empty",
          "metric",
          Figures.name(metric),
          "units",
          units);
    }
    boolean lower = metric.better() != Metric.Better.HIGHER;
    StringBuilder title = new StringBuilder();
    append(title, worst, lower ? "ranking.title.high" : "ranking.title.low");
    append(title, best, lower ? "ranking.title.low" : "ranking.title.high");
    return title.toString();
  }

  private void append(StringBuilder title, List<RankingRow> rows, String key) {
    if (rows.isEmpty()) {
      return;
    }
    if (!title.isEmpty()) {
      title.append(Wording.of("clause"));
    }
    String single = rows.size() == 1 ? ".one" : ".many";
    title.append(
        Wording.of(
            key + single,
            "metric",
            Figures.name(metric),
            "name",
            rows.get(0).scopeName(),
            "count",
            Figures.plain(rows.size()),
            "units",
            units,
            "place",
            figures.place(rows.get(0))));
  }

  private boolean ranked() {
    return ranking.stream().anyMatch(row -> row.rank() != null);
  }

  private List<RankingRow> named(String side) {
    return ranking.stream().filter(row -> side.equals(row.named())).toList();
  }

  String sub() {
    String sub = sub(ranking.size());
    Unassigned.Share share = new Unassigned(facts).of(metric.id(), scope);
    return share == null
        ? sub
        : sub
            + Wording.of(
                scope.equals("REGION") ? "ranking.unassigned.REGION" : "ranking.unassigned",
                "count",
                Numbers.plain(share.part()),
                "units",
                units);
  }

  private String sub(int count) {
    return Wording.of(
        "ranking.sub",
        "count",
        Figures.plain(count),
        "units",
        units,
        "period",
        facts.issue().period().title(),
        "metric",
        Figures.name(metric),
        "level",
        figures.level(LEVEL));
  }

  String foot() {
    return figures.definition(metric)
        + Wording.of(
            "ranking.foot",
            "draws",
            figures.count(RankDraws.DRAWS),
            "low",
            figures.level(TAIL),
            "high",
            figures.level(1 - TAIL),
            "least",
            Figures.plain((int) metric.leastN()),
            "expected",
            Figures.plain((int) metric.leastExpected()))
        + Wording.of("foot.honest");
  }

  String axis() {
    return Wording.of("measure." + metric.unit(), "metric", Figures.name(metric));
  }

  String alt() {
    String places =
        ranking.stream()
            .filter(row -> row.rank() != null)
            .map(
                row ->
                    Wording.of(
                        "ranking.alt.unit",
                        "name",
                        row.scopeName(),
                        "value",
                        value(row),
                        "interval",
                        figures.interval(row)))
            .collect(Collectors.joining(Wording.of("clause")));
    return Wording.of("ranking.alt", "title", title(), "places", places);
  }

  private String value(RankingRow rank) {
    MetricRow row = facts.units(rank.metric(), rank.scope()).get(rank.scopeId());
    return row == null ? Wording.of("none") : figures.value(row);
  }
}
