package hallmetrics.page;

import static java.util.stream.Collectors.joining;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
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
  /** Figures of a unit a sentence holds; the annex has all. */
  private static final int MOST_FIGURES = 3;

  private final Facts facts;
  private final Figures figures;
  private final List<NamedUnit> units;

  Findings(Facts facts) {
    this.facts = facts;
    this.figures = new Figures(facts);
    this.units = new NamedUnits(facts).all();
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
      units.stream().filter(unit -> unit.side() == side).map(this::named).forEach(all::add);
    }
    return all;
  }

  /** What somebody above the halls has to decide, most urgent first. */
  List<String> decisions() {
    List<NamedUnit> worst =
        units.stream().filter(unit -> "WORST".equals(unit.first().named())).toList();
    List<NamedUnit> others = worst.stream().filter(unit -> !drawn(unit.first())).toList();
    List<String> open = new ArrayList<>();
    worst.stream().filter(unit -> !others.contains(unit)).map(this::supervised).forEach(open::add);
    if (others.size() == 1) {
      open.add(supervised(others.get(0)));
    } else if (!others.isEmpty()) {
      open.add(
          Wording.of(
              "decision.worst.units",
              "name",
              others.get(0).name(),
              "count",
              Figures.plain(others.size())));
    }
    for (Gaps.NotReceived missing : facts.gaps().notReceived()) {
      boolean whole = missing.name().equals(missing.source());
      open.add(
          Wording.of(
              whole ? "decision.missing.source" : "decision.missing",
              "name",
              missing.name(),
              "source",
              missing.source()));
    }
    for (Gaps.Refused refused : facts.gaps().refused()) {
      open.add(Wording.of("decision.refused", "file", refused.file(), "source", refused.source()));
    }
    return open;
  }

  private String supervised(NamedUnit unit) {
    return Wording.of(
        unit.rows().size() == 1 ? "decision.worst" : "decision.worst.metrics",
        "name",
        unit.name(),
        "metric",
        Figures.name(facts.metric(unit.first().metric())),
        "count",
        Figures.plain(unit.rows().size()));
  }

  private boolean drawn(RankingRow row) {
    return comparisons().contains(new Comparison(row.metric(), row.scope()));
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
    return new Finding(text, List.of(page("xmr", metric.id(), "ALL")), 1);
  }

  private Finding named(NamedUnit unit) {
    return unit.rows().size() == 1 ? single(unit) : joined(unit);
  }

  private Finding single(NamedUnit unit) {
    RankingRow rank = unit.first();
    Metric metric = facts.metric(rank.metric());
    boolean high = ("BEST".equals(rank.named())) == (metric.better() == Metric.Better.HIGHER);
    String text =
        Wording.of(
            high ? "finding.named.high" : "finding.named.low",
            "name",
            unit.name(),
            "metric",
            Figures.name(metric),
            "units",
            Wording.of("scope." + rank.scope()),
            "figure",
            figure(facts.row(rank)),
            "place",
            figures.place(rank));
    return new Finding(text, pages(unit), 1);
  }

  /** Of several metrics the sentence says the first with their figures, the annex all. */
  private Finding joined(NamedUnit unit) {
    String first =
        unit.rows().stream()
            .limit(MOST_FIGURES)
            .map(rank -> Figures.name(facts.metric(rank.metric())) + figure(facts.row(rank)))
            .collect(joining(Wording.of("list")));
    String text =
        Wording.of(
            "finding.joined." + unit.first().named(),
            "name",
            unit.name(),
            "count",
            Figures.plain(unit.rows().size()),
            "units",
            Wording.of("scope." + unit.first().scope()),
            "figures",
            unit.rows().size() > MOST_FIGURES ? Wording.of("list.more", "list", first) : first);
    return new Finding(text, pages(unit), unit.rows().size());
  }

  /** The pages that rank the unit, and the annex for what none of them does. */
  private List<String> pages(NamedUnit unit) {
    List<String> pages =
        new ArrayList<>(
            unit.rows().stream()
                .filter(this::drawn)
                .map(row -> page("caterpillar", row.metric(), row.scope()))
                .toList());
    if (!unit.rows().stream().allMatch(this::drawn)) {
      pages.addAll(annex());
    }
    return pages;
  }

  /** The ids of the annexes: each begins with all claims. */
  List<String> annex() {
    return facts.definitions().pages().stream()
        .filter(spec -> spec.form().equals("annex"))
        .map(PageSpec::id)
        .toList();
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
