package hallmetrics.daily;

import hallmetrics.ledger.CountBlock;
import hallmetrics.ledger.CountTexts;
import hallmetrics.region.Registers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of one task into rows of {@code daily}. A row costs one look at each of its codes
 * and an addition for each place, cut and measure it counts for; what it holds in memory is what it
 * hands out.
 */
final class Counting implements FlatMapFunction<Iterator<InternalRow>, CountBlock> {
  private static final long serialVersionUID = 1L;

  private final CountPlan plan;
  private final Broadcast<Registers> registers;

  Counting(CountPlan plan, Broadcast<Registers> registers) {
    this.plan = plan;
    this.registers = registers;
  }

  /** What rows of a board have in common. */
  record BoardKey(UTF8String origin, int day) {}

  @Override
  public Iterator<CountBlock> call(Iterator<InternalRow> rows) {
    Placing placing = new Placing(registers.value(), plan.place());
    CountTexts texts = new CountTexts();
    List<GroupCount> groups = new ArrayList<>();
    for (int g = 0; g < plan.groups().size(); g++) {
      groups.add(new GroupCount(plan.groups().get(g), plan.first(g), texts));
    }
    Scope[] scopes = Scope.of(plan.place()).toArray(Scope[]::new);
    int[] places = new int[Scope.values().length];
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      placing.places(row, row.getInt(CountPlan.EVENT_DATE), scopes, places);
      for (GroupCount group : groups) {
        group.count(row, places);
      }
    }
    return new Handing(plan, groups, placing, texts);
  }

  /** The boards of one group. */
  static final class GroupCount {
    private final CountGroup group;
    private final int first;
    private final Scope[] scopes;
    private final Values[] values;
    private final int unsplit;
    private final int[] numbers;
    private final @Nullable BigDecimal[] sums;
    private final Map<BoardKey, Board> boards = new LinkedHashMap<>();
    private @Nullable BoardKey lastKey;
    private @Nullable Board lastBoard;

    GroupCount(CountGroup group, int first, CountTexts texts) {
      this.group = group;
      this.first = first;
      this.scopes = group.scopes().toArray(Scope[]::new);
      this.values = new Values[group.cuts().size()];
      for (int c = 0; c < values.length; c++) {
        values[c] = new Values(group.cuts().get(c).split(), texts);
      }
      this.unsplit = texts.number(UTF8String.EMPTY_UTF8);
      this.numbers = new int[values.length];
      this.sums = new BigDecimal[group.sums().size()];
    }

    CountGroup group() {
      return group;
    }

    Values[] values() {
      return values;
    }

    /** The boards, in the order met. */
    Map<BoardKey, Board> taken() {
      lastBoard = null;
      return boards;
    }

    void count(InternalRow row, int[] places) {
      long answers = row.getLong(first + 1);
      if (answers == 0 || row.isNullAt(first)) {
        return;
      }
      for (int s = 0; s < sums.length; s++) {
        int column = first + 2 + s;
        sums[s] = row.isNullAt(column) ? null : row.getDecimal(column, 38, 6).toJavaBigDecimal();
      }
      for (int c = 0; c < numbers.length; c++) {
        numbers[c] = number(row, c);
      }
      Board board = board(row.getUTF8String(CountPlan.ORIGIN), row.getInt(first));
      for (Scope scope : scopes) {
        board.add(scope, places[scope.ordinal()], answers, numbers, sums);
      }
    }

    private int number(InternalRow row, int cut) {
      int column = first + 2 + sums.length + cut;
      if (row.isNullAt(column)) {
        return group.cuts().get(cut).histogram() ? -1 : 0;
      }
      return values[cut].number(row.getUTF8String(column));
    }

    /** Rows of a month come by day: mostly it is the board of the row before. */
    private Board board(UTF8String origin, int day) {
      BoardKey asked = lastKey;
      Board found = lastBoard;
      if (found == null || asked == null || asked.day() != day || !asked.origin().equals(origin)) {
        asked = new BoardKey(origin.copy(), day);
        found = boards.computeIfAbsent(asked, fresh -> new Board(group, unsplit));
        lastKey = asked;
        lastBoard = found;
      }
      return found;
    }
  }
}
