package hallmetrics.daily;

import hallmetrics.daily.Counting.BoardKey;
import hallmetrics.daily.Counting.GroupCount;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Hands out what a task counted as rows of {@code daily}, board by board. */
final class Handing implements Iterator<InternalRow> {
  private final UTF8String table;
  private final Placing placing;
  private final Iterator<GroupCount> groups;
  private @Nullable GroupCount group;
  private Iterator<Map.Entry<BoardKey, Board>> boards =
      List.<Map.Entry<BoardKey, Board>>of().iterator();
  private final ArrayDeque<InternalRow> rows = new ArrayDeque<>();

  Handing(CountPlan plan, List<GroupCount> groups, Placing placing) {
    this.table = UTF8String.fromString(plan.table());
    this.groups = groups.iterator();
    this.placing = placing;
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && (boards.hasNext() || groups.hasNext())) {
      if (boards.hasNext()) {
        expand(boards.next());
        boards.remove();
      } else {
        group = groups.next();
        boards = group.boards().entrySet().iterator();
      }
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

  private void expand(Map.Entry<BoardKey, Board> entry) {
    GroupCount from = group;
    if (from != null) {
      entry
          .getValue()
          .forEach(from.values(), (where, tally) -> expand(from, entry.getKey(), where, tally));
    }
  }

  private void expand(GroupCount from, BoardKey key, Board.Where where, Tally tally) {
    UTF8String id = UTF8String.fromString(placing.id(where.scope(), where.place()));
    UTF8String scope = UTF8String.fromString(where.scope().name());
    UTF8String split =
        where.cut() == null ? UTF8String.EMPTY_UTF8 : UTF8String.fromString(where.cut().split());
    for (int m = 0; m < from.group().measures().size(); m++) {
      if (tally.count(m) > 0) {
        BigDecimal sum = tally.sum(m);
        rows.add(
            new GenericInternalRow(
                new @Nullable Object[] {
                  table,
                  key.origin(),
                  UTF8String.fromString(from.group().measures().get(m).name()),
                  key.day(),
                  scope,
                  id,
                  split,
                  where.value(),
                  (long) tally.count(m),
                  sum == null ? null : Decimal.apply(new scala.math.BigDecimal(sum), 38, 6)
                }));
      }
    }
  }
}
