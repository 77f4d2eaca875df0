package hallmetrics.ingest;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.record.RecordMapper;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Of the rows on a shelf hands out those the verdicts store, equal rows told apart, and the
 * tombstones of its months.
 */
final class StoredRows implements Function2<Integer, Iterator<Piece>, Iterator<InternalRow>> {
  private static final long serialVersionUID = 1L;

  /**
   * What all shelves of a table share.
   *
   * @param kept indexes of the deliveries that stay in
   * @param graves tombstones by place of the shelf among those read
   */
  record Plan(
      StructType shape,
      List<Intake> intakes,
      Set<Integer> kept,
      Map<Integer, Piece.Rows> graves,
      Broadcast<Verdicts> verdicts)
      implements Serializable {}

  private final Plan plan;

  StoredRows(Plan plan) {
    this.plan = plan;
  }

  @Override
  public Iterator<InternalRow> call(Integer place, Iterator<Piece> pieces) {
    return new Stored(plan, place, pieces);
  }

  private static final class Stored implements Iterator<InternalRow> {
    private final Plan plan;
    private final Verdicts verdicts;
    private final Iterator<Piece> pieces;
    private final int line;
    private final int key;
    private Iterator<UnsafeRow> rows;
    private @Nullable Intake intake;
    private @Nullable InternalRow next;

    Stored(Plan plan, int place, Iterator<Piece> pieces) {
      this.plan = plan;
      this.verdicts = plan.verdicts().value();
      this.pieces = pieces;
      this.line = plan.shape().fieldIndex(LedgerColumns.LINE);
      this.key = plan.shape().fieldIndex(LedgerColumns.RECORD_KEY);
      Piece.Rows graves = plan.graves().get(place);
      this.rows = graves == null ? Collections.emptyIterator() : graves.each(plan.shape().length());
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = advance();
      }
      return next != null;
    }

    @Override
    public InternalRow next() {
      InternalRow row = hasNext() ? next : null;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return row;
    }

    private @Nullable InternalRow advance() {
      while (true) {
        while (rows.hasNext()) {
          UnsafeRow row = rows.next();
          Intake of = intake;
          if (of == null) {
            return row;
          }
          int at = Math.toIntExact(row.getLong(line));
          if (verdicts.stored(of.seq(), at)) {
            int nth = verdicts.place(of.seq(), at);
            return nth == 1 ? row : nth(row, nth, of);
          }
        }
        if (!pieces.hasNext()) {
          return null;
        }
        open(pieces.next());
      }
    }

    private void open(Piece piece) {
      if (piece instanceof Piece.Rows some && plan.kept().contains(piece.delivery())) {
        intake = plan.intakes().get(piece.delivery());
        rows = some.each(plan.shape().length());
      }
    }

    /** The same row under the key of the n-th of equal rows. */
    private InternalRow nth(UnsafeRow row, int n, Intake of) {
      Object[] cells = CollectionConverters.asJava(row.toSeq(plan.shape())).toArray();
      UTF8String its =
          UTF8String.fromString(RecordMapper.nth(row.getUTF8String(key).toString(), n));
      cells[key] = its;
      int own = RecordMapper.ownIdAt(of.settings());
      if (own >= 0) {
        cells[own] = its;
      }
      return UnsafeProjection.create(plan.shape()).apply(new GenericInternalRow(cells));
    }
  }
}
