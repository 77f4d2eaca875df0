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
   * The figures, by period, metric, scope, place and split. A metric without a definition in force
   * on some day of a period has no row there.
   *
   * @throws hallmetrics.fault.HallException {@code score-stated-twice}, exit 3
   */
  public List<MetricRow> compute(MetricsRequest request) {
    Definitions definitions = new Definitions(request);
    SumsReader reader = new SumsReader(session, request, definitions);
    Sums sums = reader.read();
    Figures figures = new Figures(request.catalogue(), sums, reader.slots());
    Places places = new Places(request.registers(), sums.regions());
    List<MetricRow> rows = new ArrayList<>();
    for (Period period : request.periods()) {
      for (String id : definitions.ids()) {
        Defined defined = definitions.of(id, period);
        if (defined != null) {
          Judge judge = new Judge(request, definitions, figures, places, id);
          new Sheet(request, definitions, judge, sums, places, period, defined).write(rows);
        }
      }
    }
    return rows;
  }
}
