package hallmetrics.metrics;

import hallmetrics.edition.MetricRow;
import hallmetrics.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Computes the rows of {@code metrics} for the periods asked, from one pinned view. */
public final class MetricsJob {
  private final SparkSession session;

  /** A job on a session that has the product's SQL functions. */
  public MetricsJob(SparkSession session) {
    this.session = session;
  }

  /**
   * What was computed.
   *
   * @param rows the figures, by period, metric, scope, place and split
   * @param months unsplit MONTH rows of the city and its regions for the months signals look back
   *     on, oldest first, the asked one too; without comparisons; empty where none were wanted
   */
  public record Computed(List<MetricRow> rows, List<MetricRow> months) {}

  /**
   * The figures, by period, metric, scope, place and split. A metric without a definition in force
   * on some day of a period has no row there.
   *
   * @throws hallmetrics.fault.HallException {@code score-stated-twice}, exit 3
   */
  public List<MetricRow> compute(MetricsRequest request) {
    return computeAll(request).rows();
  }

  /** The same with the months before, out of the same sums. */
  public Computed computeAll(MetricsRequest request) {
    Definitions definitions = new Definitions(request);
    SumsReader reader = new SumsReader(session, request, definitions);
    Sums sums = reader.read();
    Figures figures = new Figures(request, sums, reader.slots());
    Places places = new Places(request.registers(), sums.regions());
    List<MetricRow> rows = new ArrayList<>();
    for (Period period : request.periods()) {
      for (Sheet sheet : sheets(request, definitions, figures, sums, places, period)) {
        sheet.write(rows);
      }
    }
    List<MetricRow> months = new ArrayList<>();
    for (Period month : definitions.past()) {
      for (Sheet sheet : sheets(request, definitions, figures, sums, places, month)) {
        sheet.writeMonth(months);
      }
    }
    return new Computed(rows, months);
  }

  private static List<Sheet> sheets(
      MetricsRequest request,
      Definitions definitions,
      Figures figures,
      Sums sums,
      Places places,
      Period period) {
    List<Sheet> sheets = new ArrayList<>();
    for (String id : definitions.ids()) {
      Defined defined = definitions.of(id, period);
      if (defined != null) {
        Judge judge = new Judge(request, definitions, figures, places, id);
        sheets.add(new Sheet(request, definitions, judge, sums, places, period, defined));
      }
    }
    return sheets;
  }
}
