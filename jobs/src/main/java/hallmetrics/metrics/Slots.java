package hallmetrics.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Numbers the smallest pieces of time figures are summed from: months, cut where a span begins or
 * ends inside one. A span is a row of whole slots, so each day is summed once whatever is asked.
 *
 * <p>What does not add over days (stocks, distinct values) is counted for a whole span, under a
 * negative number.
 */
final class Slots {
  /** More cuts than this a request never has. */
  private static final int CUTS = 4096;

  private static final int MONTHS = 12;

  private final TreeSet<LocalDate> cuts = new TreeSet<>();
  private final TreeMap<LocalDate, Integer> before = new TreeMap<>();
  private final Map<Span, int[]> inside = new HashMap<>();
  private final Map<Span, Integer> wholes = new HashMap<>();

  Slots(Collection<Span> spans) {
    for (Span span : spans) {
      cut(span.first());
      cut(span.last().plusDays(1));
    }
    for (LocalDate cut : cuts) {
      before.put(cut, before.size() + 1);
    }
    if (cuts.size() >= CUTS) {
      throw new IllegalArgumentException("too many spans: " + spans.size());
    }
  }

  private void cut(LocalDate first) {
    if (first.getDayOfMonth() != 1) {
      cuts.add(first);
    }
  }

  /** The slot of a day. */
  int of(LocalDate day) {
    Map.Entry<LocalDate, Integer> last = before.floorEntry(day);
    int months = day.getYear() * MONTHS + day.getMonthValue() - 1;
    return months * CUTS + (last == null ? 0 : last.getValue());
  }

  /** The slot of a day in a column. */
  Column of(Column day) {
    Column passed = functions.lit(0);
    for (LocalDate cut : cuts) {
      Column after = day.geq(functions.lit(cut)).cast("int");
      passed = passed.plus(after);
    }
    Column months = functions.year(day).multiply(MONTHS).plus(functions.month(day)).minus(1);
    return months.multiply(CUTS).plus(passed);
  }

  /** The slots a span is made of. */
  int[] inside(Span span) {
    return inside.computeIfAbsent(span, this::pieces);
  }

  private int[] pieces(Span span) {
    TreeSet<Integer> slots = new TreeSet<>();
    slots.add(of(span.first()));
    YearMonth end = YearMonth.from(span.last());
    for (YearMonth m = YearMonth.from(span.first()).plusMonths(1); !m.isAfter(end); ) {
      slots.add(of(m.atDay(1)));
      m = m.plusMonths(1);
    }
    cuts.subSet(span.first(), true, span.last(), true).forEach(cut -> slots.add(of(cut)));
    return slots.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The number of a span as a whole, for what does not add over days; asked by many threads. */
  synchronized int whole(Span span) {
    return wholes.computeIfAbsent(span, fresh -> -1 - wholes.size());
  }
}
