package hallmetrics.ledger;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of {@code night.runs} as a table for queries. */
final class RunRows {
  private RunRows() {}

  static Dataset<Row> of(SparkSession spark, List<RunRecord> runs) {
    return spark.createDataFrame(
        runs.stream().map(RunRows::row).toList(), LedgerSchema.control(Schemas.RUNS));
  }

  private static Row row(RunRecord run) {
    return RowFactory.create(
        run.seq(),
        run.run(),
        run.verb(),
        run.businessDate(),
        run.asOf(),
        run.state().name(),
        run.gate(),
        CollectionConverters.asScala(run.accepted()).toSeq(),
        CollectionConverters.asScala(run.tables()),
        CollectionConverters.asScala(run.fingerprint()),
        run.osUser(),
        run.software(),
        run.started(),
        run.ended());
  }
}
