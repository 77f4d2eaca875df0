package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import hallmetrics.record.Delivery;
import hallmetrics.record.DeliverySplit;
import hallmetrics.record.MapperSettings;
import hallmetrics.source.SourceSpec;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that can be opened, with all a task needs to read and map it.
 *
 * @param index place among the night's deliveries
 * @param seq its order of decision
 * @param table ordinal of its table in the night
 * @param header the headers of its columns
 * @param splits the pieces it may be read in
 * @param sql the source's expressions over headers and canonical columns; null when it has none
 * @param gates gates that look at its content, with {@code gateSql} by the same index
 * @param gateSql two expressions a gate over canonical columns: among, counts
 */
record Intake(
    int index,
    long seq,
    int table,
    Delivery delivery,
    MapperSettings settings,
    List<String> header,
    List<DeliverySplit> splits,
    @Nullable RowExpressions sql,
    List<Gate> gates,
    @Nullable RowExpressions gateSql)
    implements Serializable {

  SourceSpec source() {
    return settings.source();
  }

  String tableName() {
    return settings.schema().name();
  }
}
