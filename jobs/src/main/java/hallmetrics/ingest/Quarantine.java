package hallmetrics.ingest;

import hallmetrics.ledger.LedgerSchema;
import hallmetrics.record.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Rejected records as rows of {@code night.quarantine}: one a reason, masked originals. */
final class Quarantine {
  private Quarantine() {}

  static Dataset<Row> rows(
      SparkSession session, String run, List<Intake> intakes, JavaRDD<Piece.Rejects> pieces) {
    return session.createDataFrame(
        pieces.flatMap(piece -> rows(run, intakes.get(piece.delivery()), piece)),
        LedgerSchema.quarantine());
  }

  private static Iterator<Row> rows(String run, Intake intake, Piece.Rejects piece) {
    List<Row> rows = new ArrayList<>();
    for (RejectedRecord record : piece.records()) {
      for (Reason reason : record.reasons()) {
        rows.add(
            RowFactory.create(
                run,
                intake.delivery().sha256(),
                intake.source().name(),
                record.line(),
                reason.column(),
                reason.text(),
                reason.masked()));
      }
    }
    return rows.iterator();
  }
}
