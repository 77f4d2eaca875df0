package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import hallmetrics.record.Mapped;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Asks the gates that look at the content of records their questions, and counts the answers. */
final class GateCounts {
  private final int gates;
  private final @Nullable RowExpressions questions;
  private final long[][] counts;

  /**
   * Counts of nothing yet.
   *
   * @param questions of {@link #questions}; null where no gate asks
   */
  GateCounts(int gates, @Nullable RowExpressions questions) {
    this.gates = gates;
    this.questions = questions;
    this.counts = new long[gates][2];
  }

  /** The gates that look at the content of a table's records, in order. */
  static List<Gate> of(List<Gate> gates, String table) {
    return gates.stream().filter(gate -> gate.reads(table)).toList();
  }

  /** Two expressions a gate over a table's columns: among, counts; null where no gate asks. */
  static @Nullable RowExpressions questions(
      SparkSession session, List<Gate> asking, TableSchema schema) {
    List<RowExpressions.Wanted> wanted = new ArrayList<>();
    for (Gate gate : asking) {
      String among = gate.among();
      wanted.add(new RowExpressions.Wanted(among == null ? "true" : among, DataTypes.BooleanType));
      wanted.add(
          new RowExpressions.Wanted(Objects.requireNonNull(gate.counts()), DataTypes.BooleanType));
    }
    return wanted.isEmpty()
        ? null
        : RowExpressions.compile(session, SourceSql.canonical(schema), wanted);
  }

  void ask(Mapped.Accepted accepted) {
    RowExpressions asked = questions;
    if (asked == null) {
      return;
    }
    for (int i = 0; i < gates; i++) {
      if (Boolean.TRUE.equals(asked.evaluate(2 * i, accepted.values()))) {
        counts[i][0]++;
        if (Boolean.TRUE.equals(asked.evaluate(2 * i + 1, accepted.values()))) {
          counts[i][1]++;
        }
      }
    }
  }

  /** For each gate in order: records among, records counted. */
  long[][] counts() {
    return counts;
  }
}
