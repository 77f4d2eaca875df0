package hallmetrics.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** What a night writes to its ledger tables once the fates are known. */
record LedgerWrite(
    Reading reading, NightPieces pieces, Verdicts verdicts, Broadcast<Verdicts> shared) {

  /**
   * The rows to be written of a table, those of a month in one partition.
   *
   * @param table its ordinal
   * @param shape its columns
   */
  JavaRDD<InternalRow> rows(int table, StructType shape) {
    Set<Integer> months =
        verdicts.touched().stream()
            .filter(touched -> touched.table() == table)
            .map(Verdicts.Touched::month)
            .collect(Collectors.toSet());
    List<Integer> shelves = pieces.shelves().rows(table, months);
    Map<Integer, Piece.Rows> graves =
        Tombstones.rows(
            shape,
            verdicts.tombstones().stream()
                .filter(grave -> grave.latest().table() == table)
                .toList(),
            bySeq(),
            grave -> shelves.indexOf(pieces.shelves().rows(table, grave.month())));
    return pieces.rows(
        shelves,
        new StoredRows.Plan(shape, reading.intakes(), Set.copyOf(reading.kept()), graves, shared));
  }

  private Map<Long, Intake> bySeq() {
    Map<Long, Intake> bySeq = new HashMap<>();
    reading.intakes().forEach(intake -> bySeq.put(intake.seq(), intake));
    return bySeq;
  }
}
