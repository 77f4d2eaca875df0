package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Judgement;
import hallmetrics.statistics.Xmr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pack claims, worst first. Only two things may be claimed: the newest point of a headline
 * series outside its limits, and a unit its ranking names; both have survived the tests of the
 * whole pack together ({@link hallmetrics.statistics.Claims}).
 */
final class Findings {
  private final Facts facts;
  private final Figures figures;

  Findings(Facts facts) {
    this.facts = facts;
    this.figures = new Figures(facts);
  }

  /** Signals for the worse, then named last places, then the good ones in the same order. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (Judgement side : List.of(Judgement.CONCERN, Judgement.IMPROVE, Judgement.NOTABLE)) {
      for (String id : facts.definitions().headline()) {
        MetricRow row = facts.city(id);
        if (row != null && facts.claimed(id) && Verdicts.of(row, facts.metric(id)) == side) {
          all.add(outside(row, facts.metric(id)));
        }
      }
      for (RankingRow row : ordered()) {
        if (row.named() != null && Verdicts.of(row) == side) {
          all.add(named(row));
        }
      }
    }
    return all;
  }

  /** What somebody above the halls has to decide, most urgent first. */
  List<String> decisions() {
    List<String> open = new ArrayList<>();
    for (RankingRow row : ordered()) {
      if ("WORST".equals(row.named())) {
        open.add(
            Wording.of(
                "decision.worst",
                "name",
                row.scopeName(),
                "metric",
                Figures.name(facts.metric(row.metric()))));
      }
    }
    for (Gaps.NotReceived missing : facts.gaps().notReceived()) {
      open.add(Wording.of("decision.missing", "name", missing.name(), "source", missing.source()));
    }
    for (Gaps.Refused refused : facts.gaps().refused()) {
      open.add(Wording.of("decision.refused", "file", refused.file(), "source", refused.source()));
    }
    return open;
  }

  /** Headline series of the city whose newest month nobody could judge. */
  List<String> openSeries() {
    return facts.definitions().headline().stream()
        .filter(
            id -> {
              MetricRow row = facts.city(id);
              return row == null || !Verdicts.judged(row);
            })
        .toList();
  }

  /** What of the headlines and the rankings could not be judged, in words. */
  List<String> open() {
    List<String> open = new ArrayList<>();
    for (String id : openSeries()) {
      open.add(Wording.of("open.series", "metric", Figures.name(facts.metric(id))));
    }
    for (Comparison one : comparisons()) {
      if (!ranked(one)) {
        open.add(
            Wording.of(
                "open.ranking",
                "units",
                Wording.of("scope." + one.scope()),
                "metric",
                Figures.name(facts.metric(one.metric()))));
      }
    }
    return open;
  }

  /** Whether anything at all could be judged. */
  boolean judged() {
    return openSeries().size() < facts.definitions().headline().size()
        || comparisons().stream().anyMatch(this::ranked);
  }

  private record Comparison(String metric, String scope) {}

  private boolean ranked(Comparison one) {
    return facts.ranking(one.metric(), one.scope()).stream().anyMatch(row -> row.rank() != null);
  }

  private List<Comparison> comparisons() {
    return facts.definitions().pages().stream()
        .filter(spec -> spec.form().equals("caterpillar"))
        .flatMap(
            spec -> spec.metrics().stream().map(metric -> new Comparison(metric, spec.scope())))
        .distinct()
        .toList();
  }

  private List<RankingRow> ordered() {
    List<RankingRow> ordered = new ArrayList<>();
    facts.definitions().pages().stream()
        .filter(spec -> spec.form().equals("caterpillar"))
        .forEach(
            spec ->
                spec.metrics()
                    .forEach(metric -> ordered.addAll(facts.ranking(metric, spec.scope()))));
    return ordered;
  }

  private Finding outside(MetricRow row, Metric metric) {
    boolean up = "UP".equals(row.direction());
    Xmr.Point point = facts.series(metric.id()).last();
    String limit =
        point == null ? "" : figures.limit(up ? point.high() : point.low(), metric.unit());
    String text =
        Wording.of(
            up ? "finding.outside.up" : "finding.outside.down",
            "metric",
            Figures.name(metric),
            "period",
            facts.issue().period().title(),
            "value",
            figures.sentence(row),
            "part",
            figures.part(row),
            "limit",
            limit);
    return new Finding(text, page("xmr", metric.id(), "ALL"));
  }

  private Finding named(RankingRow rank) {
    Metric metric = facts.metric(rank.metric());
    MetricRow row = facts.units(rank.metric(), rank.scope()).get(rank.scopeId());
    boolean high = ("BEST".equals(rank.named())) == (metric.better() == Metric.Better.HIGHER);
    String text =
        Wording.of(
            high ? "finding.named.high" : "finding.named.low",
            "name",
            rank.scopeName(),
            "metric",
            Figures.name(metric),
            "units",
            Wording.of("scope." + rank.scope()),
            "figure",
            figure(row),
            "place",
            figures.place(rank));
    return new Finding(text, page("caterpillar", rank.metric(), rank.scope()));
  }

  private String figure(@Nullable MetricRow row) {
    return row == null
        ? ""
        : Wording.of("finding.figure", "value", figures.sentence(row), "part", figures.part(row));
  }

  private String page(String form, String metric, String scope) {
    return facts.definitions().pages().stream()
        .filter(spec -> spec.form().equals(form) && spec.metrics().contains(metric))
        .filter(spec -> form.equals("xmr") || spec.scope().equals(scope))
        .findFirst()
        .map(spec -> Form.id(spec, metric))
        .orElse("");
  }
}
