package hallmetrics.record;

import org.jspecify.annotations.Nullable;

/**
 * Evaluates the {@code sql} columns of a source on one record. Given by the jobs, which know Spark.
 */
@FunctionalInterface
public interface ExpressionEvaluator {

  /** For sources without {@code sql} columns. */
  ExpressionEvaluator NONE =
      (index, cells, canonical) -> {
        throw new IllegalStateException("no evaluator was given for sql column " + index);
      };

  /**
   * The value of one expression.
   *
   * @param index position in {@link RecordMapper#sqlFields}
   * @param cells the record's cells in the order of the header
   * @param canonical the values mapped so far, in the order of the schema's fields; columns still
   *     to come are null
   * @return a value of the column's type (see {@link Mapped.Accepted}), text to be read like a
   *     cell, or null
   * @throws RuntimeException when the expression fails on this record; the record is then REJECTED
   *     {@code expression-failed:<column>}
   */
  @Nullable Object evaluate(int index, String[] cells, @Nullable Object[] canonical);
}
