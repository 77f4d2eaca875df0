package hallmetrics.daily;

import hallmetrics.daily.Counting.BoardKey;
import hallmetrics.daily.Counting.GroupCount;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what a task counted as rows of {@code daily}, in the order its files are kept in: by
 * month, measure, day, scope and place. Nothing has to be sorted afterwards.
 */
final class Handing implements Iterator<InternalRow> {
  /** A measure on a day. */
  private record Turn(BoardKey key, Integer day, Board board, GroupCount from, int measure) {
    String name() {
      return from.group().measures().get(measure).name();
    }
  }

  private static final Comparator<Turn> ORDER =
      Comparator.comparing((Turn turn) -> turn.key().origin())
          .thenComparing(Turn::name)
          .thenComparingInt(Turn::day);

  private final UTF8String table;
  private final List<Placing.Known> places;
  private final Iterator<Turn> turns;
  private final ArrayDeque<InternalRow> rows = new ArrayDeque<>();

  Handing(CountPlan plan, List<GroupCount> groups, Placing placing) {
    this.table = UTF8String.fromString(plan.table());
    this.places = placing.known();
    List<Turn> all = new ArrayList<>();
    for (GroupCount group : groups) {
      for (Map.Entry<BoardKey, Board> entry : group.boards().entrySet()) {
        for (int m = 0; m < group.group().measures().size(); m++) {
          all.add(new Turn(entry.getKey(), entry.getKey().day(), entry.getValue(), group, m));
        }
      }
    }
    all.sort(ORDER);
    this.turns = all.iterator();
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && turns.hasNext()) {
      take(turns.next());
    }
    return !rows.isEmpty();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.remove();
  }

  private void take(Turn turn) {
    UTF8String measure = UTF8String.fromString(turn.name());
    for (Placing.Known known : places) {
      UTF8String scope = UTF8String.fromString(known.scope().name());
      for (int i = 0; i < known.order().length; i++) {
        UTF8String id = known.ids()[i];
        turn.board()
            .forEach(
                known.scope(),
                known.order()[i],
                turn.from().values(),
                (where, tally) -> take(turn, measure, scope, id, where, tally));
      }
    }
  }

  private void take(
      Turn turn,
      UTF8String measure,
      UTF8String scope,
      UTF8String id,
      Board.Where where,
      Tally tally) {
    int count = tally.count(turn.measure());
    if (count > 0) {
      BigDecimal sum = tally.sum(turn.measure());
      rows.add(
          new GenericInternalRow(
              new @Nullable Object[] {
                table,
                turn.key().origin(),
                measure,
                turn.day(),
                scope,
                id,
                where.split(),
                where.value(),
                (long) count,
                sum == null ? null : Decimal.apply(new scala.math.BigDecimal(sum), 38, 6)
              }));
    }
  }
}
