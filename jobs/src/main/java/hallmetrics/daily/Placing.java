package hallmetrics.daily;

import hallmetrics.region.Registers;
import hallmetrics.schema.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Where rows belong by the registers in force on their event date; {@code (none)} where a row says
 * nothing a register knows. Places are numbered from 0 in each scope. One instance a task: it
 * remembers what the registers answered.
 */
final class Placing {
  static final String NONE = "(none)";

  private final Registers registers;
  private final Place place;
  private final Map<Scope, Known> known = new EnumMap<>(Scope.class);

  /** The regions of offices, for rows that name only the office. */
  private final Known regionsOfOrgs;

  Placing(Registers registers, Place place) {
    this.registers = registers;
    this.place = place;
    for (Scope scope : Scope.values()) {
      known.put(scope, new Known(new ArrayList<>(), new HashMap<>()));
    }
    this.regionsOfOrgs = new Known(of(Scope.REGION).ids, of(Scope.REGION).numbers);
  }

  /** The ids of a scope met so far and what was asked. */
  private static final class Known {
    private final List<String> ids;
    private final Map<String, Integer> numbers;
    private final Map<UTF8String, Answer> answers = new HashMap<>();

    Known(List<String> ids, Map<String, Integer> numbers) {
      this.ids = ids;
      this.numbers = numbers;
    }

    int number(String id) {
      return numbers.computeIfAbsent(
          id,
          fresh -> {
            ids.add(fresh);
            return ids.size() - 1;
          });
    }
  }

  /** What a code meant by day; most rows ask for the day of the row before. */
  private static final class Answer {
    private final Map<Integer, Integer> byDay = new HashMap<>();
    private int lastDay;
    private int lastNumber = -1;
  }

  private Known of(Scope scope) {
    Known one = known.get(scope);
    if (one == null) {
      throw new IllegalStateException("no scope " + scope);
    }
    return one;
  }

  /** The number of the place of a row in a scope. */
  int number(Scope scope, InternalRow row, int day) {
    if (scope == Scope.ALL) {
      return of(scope).number("");
    }
    int column = CountPlan.REGION + scope.ordinal() - 1;
    if (!row.isNullAt(column)) {
      return ask(of(scope), scope, row.getUTF8String(column), day);
    }
    int org = CountPlan.REGION + 1;
    if (scope == Scope.REGION && place.regionOfOrg() && !row.isNullAt(org)) {
      return ask(regionsOfOrgs, Scope.ALL, row.getUTF8String(org), day);
    }
    return of(scope).number(NONE);
  }

  /** The id behind a number. */
  String id(Scope scope, int number) {
    return of(scope).ids.get(number);
  }

  private int ask(Known one, Scope asked, UTF8String code, int day) {
    Answer answer = one.answers.get(code);
    if (answer == null) {
      answer = new Answer();
      one.answers.put(code.copy(), answer);
    }
    if (answer.lastNumber < 0 || answer.lastDay != day) {
      answer.lastDay = day;
      answer.lastNumber =
          answer.byDay.computeIfAbsent(day, d -> one.number(answer(asked, code.toString(), day)));
    }
    return answer.lastNumber;
  }

  private String answer(Scope asked, String code, int epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    @Nullable String id =
        switch (asked) {
          case ALL -> registers.regionOfOrg(code, day);
          case REGION -> registers.resolveRegion(code, day);
          case ORG -> registers.resolveOrg(code, day);
          case HALL -> registers.resolveHall(code, day);
          case WINDOW -> registers.resolveWindow(code, day);
          case ITEM -> code;
        };
    return id == null ? NONE : id;
  }
}
