package hallmetrics.page;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.RankingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whom the rankings of an edition name, whether a page draws the ranking or not. A unit that stands
 * out mostly does so in several metrics: it is told of once.
 */
final class NamedUnits {
  private static final List<String> SCOPES = List.of("REGION", "ORG", "HALL", "WINDOW", "ITEM");

  private final Facts facts;

  NamedUnits(Facts facts) {
    this.facts = facts;
  }

  /** Units in the order of {@link #rows}. */
  List<NamedUnit> all() {
    Map<List<String>, List<RankingRow>> units = new LinkedHashMap<>();
    for (RankingRow row : rows()) {
      String side = Objects.requireNonNull(row.named());
      units
          .computeIfAbsent(List.of(row.scope(), row.scopeId(), side), key -> new ArrayList<>())
          .add(row);
    }
    return units.values().stream().map(NamedUnit::new).toList();
  }

  /** As the pages rank them; then what no page ranks, by scope, the surest first. */
  List<RankingRow> rows() {
    List<RankingRow> rows = new ArrayList<>();
    facts.definitions().pages().stream()
        .filter(spec -> spec.form().equals("caterpillar"))
        .forEach(
            spec ->
                spec.metrics().forEach(metric -> rows.addAll(facts.ranking(metric, spec.scope()))));
    facts.rows().rankings().stream()
        .filter(row -> row.named() != null && !rows.contains(row))
        .sorted(
            Comparator.comparing((RankingRow row) -> SCOPES.indexOf(row.scope()))
                .thenComparing(this::pValue)
                .thenComparing(RankingRow::metric)
                .thenComparing(RankingRow::scopeId))
        .toList()
        .forEach(rows::add);
    return rows.stream().filter(row -> row.named() != null).distinct().toList();
  }

  private double pValue(RankingRow row) {
    for (ClaimRow claim : facts.rows().claims()) {
      boolean same =
          row.metric().equals(claim.metric())
              && row.scope().equals(claim.scope())
              && row.scopeId().equals(claim.scopeId());
      if (same && claim.pValue() != null) {
        return claim.pValue();
      }
    }
    throw new IllegalArgumentException("no claim of " + row.metric() + " of " + row.scopeId());
  }
}
