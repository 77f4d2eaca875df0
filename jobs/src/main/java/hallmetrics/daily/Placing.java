package hallmetrics.daily;

import hallmetrics.ledger.CountTexts;
import hallmetrics.region.Registers;
import hallmetrics.schema.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
  private final Map<Scope, Asked> asked = new EnumMap<>(Scope.class);

  /** The regions of offices, for rows that name only the office. */
  private final Asked regionsOfOrgs;

  Placing(Registers registers, Place place) {
    this.registers = registers;
    this.place = place;
    for (Scope scope : Scope.values()) {
      asked.put(scope, new Asked(new ArrayList<>(), new HashMap<>()));
    }
    this.regionsOfOrgs = new Asked(of(Scope.REGION).ids, of(Scope.REGION).numbers);
  }

  /** The ids of a scope met so far and what was asked. */
  private static final class Asked {
    private final List<String> ids;
    private final Map<String, Integer> numbers;
    private final Codes codes = new Codes();
    private final List<Answer> answers = new ArrayList<>();
    private int none = -1;

    Asked(List<String> ids, Map<String, Integer> numbers) {
      this.ids = ids;
      this.numbers = numbers;
    }

    Answer answer(UTF8String code) {
      int number = codes.number(code);
      if (number == answers.size()) {
        answers.add(new Answer());
      }
      return answers.get(number);
    }

    /** The number of what a row belongs to that says nothing. */
    int none(String id) {
      if (none < 0) {
        none = number(id);
      }
      return none;
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

  /** What a code meant by day, in an array of days: rows of a month ask for few. */
  private static final class Answer {
    private static final int UNASKED = -1;
    private int firstDay;
    private int[] numbers = {};

    int at(int day) {
      int place = day - firstDay;
      return place < 0 || place >= numbers.length ? UNASKED : numbers[place];
    }

    void put(int day, int number) {
      if (numbers.length == 0) {
        firstDay = day;
      }
      int from = Math.min(firstDay, day);
      int until = Math.max(firstDay + numbers.length, day + 1);
      if (until - from > numbers.length) {
        int[] wider = new int[until - from];
        Arrays.fill(wider, UNASKED);
        System.arraycopy(numbers, 0, wider, firstDay - from, numbers.length);
        numbers = wider;
        firstDay = from;
      }
      numbers[day - firstDay] = number;
    }
  }

  private Asked of(Scope scope) {
    Asked one = asked.get(scope);
    if (one == null) {
      throw new IllegalStateException("no scope " + scope);
    }
    return one;
  }

  /** The numbers of the places of a row, by scope; of all scopes the table has. */
  void places(InternalRow row, int day, Scope[] scopes, int[] numbers) {
    for (Scope scope : scopes) {
      numbers[scope.ordinal()] = number(scope, row, day);
    }
  }

  private int number(Scope scope, InternalRow row, int day) {
    if (scope == Scope.ALL) {
      return of(scope).none("");
    }
    int column = CountPlan.REGION + scope.ordinal() - 1;
    if (!row.isNullAt(column)) {
      // an item is its own code on every day: nothing is asked anew
      return ask(of(scope), scope, row.getUTF8String(column), scope == Scope.ITEM ? 0 : day);
    }
    int org = CountPlan.REGION + 1;
    if (scope == Scope.REGION && place.regionOfOrg() && !row.isNullAt(org)) {
      return ask(regionsOfOrgs, Scope.ALL, row.getUTF8String(org), day);
    }
    return of(scope).none(NONE);
  }

  /**
   * The places of a scope met so far, by id.
   *
   * @param name the scope's, as a text of all counts
   * @param order their numbers
   * @param ids their ids in that order, as texts of all counts
   */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times, compared never
  record Known(Scope scope, int name, int[] order, int[] ids) {}

  /** The places met so far, scopes by name. */
  List<Known> known(CountTexts texts) {
    List<Known> all = new ArrayList<>();
    for (Map.Entry<Scope, Asked> entry : asked.entrySet()) {
      List<String> ids = entry.getValue().ids;
      int[] order =
          IntStream.range(0, ids.size())
              .boxed()
              .sorted(Comparator.comparing(ids::get))
              .mapToInt(i -> i)
              .toArray();
      int[] sorted = IntStream.of(order).map(i -> texts.number(ids.get(i))).toArray();
      all.add(new Known(entry.getKey(), texts.number(entry.getKey().name()), order, sorted));
    }
    all.sort(Comparator.comparing(known -> known.scope().name()));
    return all;
  }

  private int ask(Asked one, Scope scope, UTF8String code, int day) {
    Answer answer = one.answer(code);
    int number = answer.at(day);
    if (number == Answer.UNASKED) {
      number = one.number(answer(scope, code.toString(), day));
      answer.put(day, number);
    }
    return number;
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
