package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.Ranking;
import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.region.Registers;
import hallmetrics.statistics.Claims;
import hallmetrics.statistics.GroupTest;
import hallmetrics.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Compares units inside their rank groups, and says what a pack may claim. */
public final class RankingJob {
  private final Catalogue catalogue;
  private final Registers registers;
  private final Period period;

  /** Rankings of one period. */
  public RankingJob(Catalogue catalogue, Registers registers, Period period) {
    this.catalogue = catalogue;
    this.registers = registers;
    this.period = period;
  }

  /**
   * What came of comparing.
   *
   * @param rankings by ranking as the catalogue lists them, by group, best first, those not ranked
   *     last
   * @param claims NAMED in the order of the rankings, then OUTSIDE in the order of the headlines
   */
  public record Ranked(List<RankingRow> rankings, List<ClaimRow> claims) {}

  /**
   * The rankings of the period. A unit is named only when it differs from the rest of its group by
   * more than chance, and a headline series is called unusual only when its newest month does from
   * those before; both are judged over all of them together.
   *
   * @param rows metrics; those of other periods and split ones are passed over
   * @param history months of the city, for the headline series
   * @param headline ids of the metrics whose city series may be claimed
   */
  public Ranked rank(List<MetricRow> rows, List<MetricRow> history, List<String> headline) {
    List<RankedGroup> groups = groups(rows);
    List<Headline> series = new ArrayList<>();
    for (String id : headline) {
      Metric metric = catalogue.metric(id, period.last());
      Headline one = metric == null ? null : Headline.of(metric, period, rows, history);
      if (one != null) {
        series.add(one);
      }
    }
    Claims claims =
        Claims.of(
            groups.stream().map(RankedGroup::tested).toList(),
            series.stream().map(Headline::test).toList());
    List<RankingRow> rankings = new ArrayList<>();
    List<ClaimRow> claimed = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      GroupTest test = claims.groups().get(i);
      for (RankingRow row : groups.get(i).rows(test, claims.named().get(i))) {
        rankings.add(row);
        String side = row.named();
        if (side != null) {
          claimed.add(ClaimRow.named(row, side, test.result(row.scopeId()).pValue()));
        }
      }
    }
    for (int i = 0; i < series.size(); i++) {
      if (claims.series().get(i)) {
        claimed.add(series.get(i).claim());
      }
    }
    return new Ranked(rankings, claimed);
  }

  private List<RankedGroup> groups(List<MetricRow> rows) {
    Map<List<String>, MetricRow> unsplit = new HashMap<>();
    for (MetricRow row : rows) {
      boolean asked =
          row.period().equals(period.toString()) && row.grain().equals(period.grain().name());
      if (asked && row.split().isEmpty()) {
        unsplit.put(List.of(row.metric(), row.scope(), row.scopeId()), row);
      }
    }
    List<RankedGroup> groups = new ArrayList<>();
    for (Ranking ranking : new LinkedHashSet<>(catalogue.rankings())) {
      Metric metric = catalogue.metric(ranking.metric(), period.last());
      if (metric == null) {
        continue;
      }
      registers
          .rankGroups(ranking.scope(), period.first(), period.last())
          .forEach(
              (group, ids) -> {
                List<MetricRow> units = new ArrayList<>();
                for (String id : ids) {
                  MetricRow row = unsplit.get(List.of(metric.id(), ranking.scope(), id));
                  if (row != null) {
                    units.add(row);
                  }
                }
                if (!units.isEmpty()) {
                  groups.add(new RankedGroup(metric, group, units));
                }
              });
    }
    return groups;
  }
}
