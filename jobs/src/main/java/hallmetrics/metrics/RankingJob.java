package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.Ranking;
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

/** Compares units inside their rank groups, and says which of them a pack may name. */
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
   * The rankings of the period. A unit is named only when it differs from the rest of its group by
   * more than chance, judged over all units of all rankings together.
   *
   * @param rows metrics; those of other periods and split ones are passed over
   * @return by ranking as the catalogue lists them, by group, best first, those not ranked last
   */
  public List<RankingRow> rank(List<MetricRow> rows) {
    List<RankedGroup> groups = groups(rows);
    List<GroupTest.Result> tests = new ArrayList<>();
    groups.forEach(group -> tests.addAll(group.tests()));
    boolean[] named = Claims.named(tests);
    List<RankingRow> rankings = new ArrayList<>();
    int from = 0;
    for (RankedGroup group : groups) {
      rankings.addAll(group.rows(named, from));
      from += group.tests().size();
    }
    return rankings;
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
