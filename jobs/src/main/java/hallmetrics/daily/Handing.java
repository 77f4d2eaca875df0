package hallmetrics.daily;

import hallmetrics.catalogue.Measure;
import hallmetrics.daily.Counting.BoardKey;
import hallmetrics.daily.Counting.GroupCount;
import hallmetrics.ledger.CountBlock;
import hallmetrics.ledger.CountTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Hands out what a task counted as rows of {@code daily}, in the order its files are kept in: by
 * month, measure, day, scope and place. Nothing has to be sorted afterwards. A block holds whole
 * days of measures, of several measures only where they have few rows; it is filled anew when the
 * next is asked for.
 */
final class Handing implements Iterator<CountBlock> {
  /** A block ends with the day that fills it so far, or with a measure that fills an eighth. */
  private static final int FULL = 8192;

  /** A measure on a day. */
  private record Turn(BoardKey key, int day, Sheet sheet, String name, int measure) {}

  private static final Comparator<Turn> ORDER =
      Comparator.comparing((Turn turn) -> turn.key().origin())
          .thenComparing(Turn::name)
          .thenComparingInt(Turn::day);

  private final UTF8String table;
  private final CountTexts texts;
  private final List<Turn> turns = new ArrayList<>();
  private final CountBlock block;
  private int next;
  private boolean ready;

  Handing(CountPlan plan, List<GroupCount> groups, Placing placing, CountTexts texts) {
    this.table = UTF8String.fromString(plan.table());
    this.texts = texts;
    this.block = new CountBlock(texts);
    List<Placing.Known> places = placing.known(texts);
    for (GroupCount group : groups) {
      List<Measure> measures = group.group().measures();
      for (Map.Entry<BoardKey, Board> entry : group.taken().entrySet()) {
        BoardKey key = entry.getKey();
        Sheet sheet = entry.getValue().sheet(places, group.values());
        for (int m = 0; m < measures.size(); m++) {
          turns.add(new Turn(key, key.day(), sheet, measures.get(m).name(), m));
        }
      }
    }
    turns.sort(ORDER);
  }

  @Override
  public boolean hasNext() {
    while (!ready && next < turns.size()) {
      fill();
      ready = block.size() > 0;
    }
    return ready;
  }

  @Override
  public CountBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return block;
  }

  /** Takes whole turns of one month. */
  private void fill() {
    Turn first = turns.get(next);
    block.begin(table, first.key().origin());
    Turn last = first;
    while (next < turns.size() && block.size() < FULL) {
      Turn turn = turns.get(next);
      boolean another = !turn.name().equals(last.name());
      if (!turn.key().origin().equals(first.key().origin())
          || (another && block.size() >= FULL / 8)) {
        return;
      }
      take(turn);
      last = turn;
      next++;
    }
  }

  private void take(Turn turn) {
    block.at(texts.number(turn.name()), turn.day());
    turn.sheet().hand(turn.measure(), block);
  }
}
