package hallmetrics.page;

import static java.util.stream.Collectors.joining;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import hallmetrics.edition.MetricRow;
import hallmetrics.plot.Brief;
import hallmetrics.plot.Table;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first page: what happened, what is to be decided, how whole the figures are. */
final class CoverForm {
  private static final int MOST_FINDINGS = 5;
  private static final int MOST_DECISIONS = 3;
  private static final int MOST_GAPS = 3;
  private static final int MOST_UNASSIGNED = 2;

  /** Lines a sentence may take, in the panel and in the main column. */
  private static final int LINES = 3;

  private static final int SENTENCE = 4;
  private static final int MOST_TILES = 8;

  private final Facts facts;
  private final Figures figures;
  private final Map<String, Integer> numbers;

  /**
   * Makes covers.
   *
   * @param numbers printed page numbers by page id
   */
  CoverForm(Facts facts, Map<String, Integer> numbers) {
    this.facts = facts;
    this.figures = new Figures(facts);
    this.numbers = numbers;
  }

  Page make(PageSpec spec) {
    List<String> findings = findings();
    List<String> decisions = decisions();
    List<Brief.Block> left =
        List.of(
            new Brief.Block(Wording.of("cover.findings"), findings, true, SENTENCE),
            new Brief.Block(Wording.of("cover.decisions"), decisions, true, SENTENCE));
    List<Brief.Block> right = panel(spec);
    List<List<String>> rows = new ArrayList<>();
    List<Brief.Tile> tiles = tiles(spec);
    for (Brief.Block block : concat(left, right)) {
      block.lines().forEach(line -> rows.add(List.of(block.title(), line)));
    }
    tiles.forEach(tile -> rows.add(List.of(Wording.of("cover.tiles"), sentence(tile))));
    Table table =
        new Table(
            "",
            List.of(
                Table.Column.text(Wording.of("column.section"), 1),
                Table.Column.text(Wording.of("column.sentence"), 4)),
            rows);
    return new Page(
        spec.id(),
        Page.Kind.TEXT,
        title(),
        sub(),
        Wording.of("cover.foot") + Wording.of("foot.honest"),
        String.join(Wording.of("clause"), findings),
        List.of(table),
        new Brief(left, tiles, right));
  }

  private static String sentence(Brief.Tile tile) {
    String figure =
        Wording.of(
            tile.part().isEmpty() ? "cover.tile.count" : "cover.tile",
            "metric",
            tile.title(),
            "value",
            tile.value() + tile.unit(),
            "part",
            tile.part());
    return tile.word().isEmpty()
        ? figure
        : figure + Wording.of("cover.tile.word", "word", tile.word());
  }

  private List<Brief.Tile> tiles(PageSpec spec) {
    List<Brief.Tile> tiles = new ArrayList<>();
    for (String id : spec.metrics()) {
      MetricRow row = facts.city(id);
      if (row != null && tiles.size() < MOST_TILES) {
        Metric metric = facts.metric(id);
        boolean counted = row.value() != null;
        tiles.add(
            new Brief.Tile(
                Figures.name(metric),
                figures.valueOrState(row),
                counted && !Verdicts.small(row) ? Wording.of("tile." + row.unit()) : "",
                row.denominator() == null || Verdicts.small(row) ? "" : figures.part(row),
                Verdicts.judged(row) ? Verdicts.of(row, metric) : null,
                counted ? figures.variation(row, metric) : ""));
      }
    }
    return tiles;
  }

  private static List<Brief.Block> concat(List<Brief.Block> one, List<Brief.Block> other) {
    List<Brief.Block> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private String title() {
    return Wording.of(
        "cover.title", "site", facts.issue().site(), "period", facts.issue().period().title());
  }

  private String sub() {
    return Wording.of(
        "cover.sub",
        "edition",
        Figures.plain(facts.issue().edition()),
        "asOf",
        figures.day(facts.issue().asOf()));
  }

  private List<String> findings() {
    List<Finding> all = new Findings(facts).all();
    if (all.isEmpty()) {
      return List.of(quiet());
    }
    boolean fits = all.size() <= MOST_FINDINGS;
    List<Finding> told = fits ? all : all.subList(0, MOST_FINDINGS - 1);
    List<String> lines = new ArrayList<>();
    for (Finding finding : told) {
      lines.add(finding.text() + reference(finding.pages()) + Wording.of("stop"));
    }
    if (!fits) {
      int rest = all.stream().skip(told.size()).mapToInt(Finding::claims).sum();
      List<String> annex = new Findings(facts).annex();
      lines.add(Wording.of("cover.more", "count", Figures.plain(rest), "page", reference(annex)));
    }
    return lines;
  }

  /** No claim: because nothing is unusual, or because there was little to judge. */
  private String quiet() {
    Findings findings = new Findings(facts);
    String open = String.join(Wording.of("list"), findings.open());
    if (!findings.judged()) {
      return Wording.of(open.isEmpty() ? "cover.unjudged.all" : "cover.unjudged", "open", open);
    }
    return open.isEmpty()
        ? Wording.of("cover.quiet." + facts.issue().period().grain())
        : Wording.of("cover.partly", "open", open);
  }

  private String reference(List<String> pages) {
    String printed =
        pages.stream()
            .map(numbers::get)
            .filter(Objects::nonNull)
            .distinct()
            .map(Figures::plain)
            .collect(joining(Wording.of("list")));
    return printed.isEmpty() ? "" : Wording.of("cover.page", "page", printed);
  }

  private List<String> decisions() {
    List<String> open = new Findings(facts).decisions();
    return open.isEmpty()
        ? List.of(Wording.of("cover.decisions.none"))
        : open.subList(0, Math.min(MOST_DECISIONS, open.size()));
  }

  private List<Brief.Block> panel(PageSpec spec) {
    List<Brief.Block> panel = new ArrayList<>();
    List<String> about = new ArrayList<>();
    about.add(Wording.of("cover.asOf", "asOf", figures.day(facts.issue().asOf())));
    about.add(figures.recordsRead());
    String unassigned = unassigned(spec);
    if (!unassigned.isEmpty()) {
      about.add(unassigned);
    }
    String reason = facts.issue().reason();
    if (reason != null && !reason.isBlank()) {
      about.add(
          Wording.of(
              "cover.reason", "edition", Figures.plain(facts.issue().edition()), "reason", reason));
    }
    panel.add(new Brief.Block(Wording.of("cover.data"), about, false, LINES));
    panel.add(block("cover.notReceived", notReceived()));
    panel.add(block("cover.refused", refused()));
    return panel;
  }

  /** How much of the cover's metrics no region has; metrics that rest on the same records once. */
  private String unassigned(PageSpec spec) {
    Unassigned unassigned = new Unassigned(facts);
    Map<Unassigned.Share, String> shares = new LinkedHashMap<>();
    for (String id : spec.metrics()) {
      Unassigned.Share share = unassigned.of(id, "REGION");
      if (share != null) {
        shares.putIfAbsent(
            share,
            Wording.of(
                "cover.unassigned.metric",
                "metric",
                Figures.name(facts.metric(id)),
                "part",
                Numbers.fraction(share.part(), share.whole())));
      }
    }
    if (shares.isEmpty()) {
      return "";
    }
    String first =
        shares.values().stream().limit(MOST_UNASSIGNED).collect(joining(Wording.of("list")));
    return Wording.of(
        shares.size() > MOST_UNASSIGNED ? "cover.unassigned.more" : "cover.unassigned",
        "metrics",
        first,
        "count",
        Figures.plain(shares.size()));
  }

  private static Brief.Block block(String title, List<String> lines) {
    return new Brief.Block(Wording.of(title), shortened(lines), false, LINES - 1);
  }

  /** One sentence a source; since when, the annex says. */
  private List<String> notReceived() {
    SortedMap<String, List<String>> bySource = new TreeMap<>();
    for (Gaps.NotReceived missing : facts.gaps().notReceived()) {
      bySource.computeIfAbsent(missing.source(), source -> new ArrayList<>()).add(missing.name());
    }
    List<String> lines = new ArrayList<>();
    bySource.forEach(
        (source, names) ->
            lines.add(
                Wording.of(
                    names.equals(List.of(source)) ? "cover.missing.source" : "cover.missing",
                    "source",
                    source,
                    "count",
                    Figures.plain(names.size()),
                    "names",
                    String.join(Wording.of("list"), names))));
    return lines;
  }

  private List<String> refused() {
    return facts.gaps().refused().stream()
        .map(
            file ->
                Wording.of(
                    "cover.file", "file", file.file(), "reason", figures.reason("", file.reason())))
        .toList();
  }

  private static List<String> shortened(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of(Wording.of("cover.nothing"));
    }
    if (lines.size() <= MOST_GAPS) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, MOST_GAPS - 1));
    kept.add(Wording.of("cover.rest", "count", Figures.plain(lines.size() - MOST_GAPS + 1)));
    return kept;
  }
}
