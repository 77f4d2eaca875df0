package hallmetrics.metrics;

import hallmetrics.daily.DailyJob;
import hallmetrics.ledger.View;
import hallmetrics.region.Hall;
import hallmetrics.region.Registers;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.WorkCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds who stopped sending: a place with a median of at least ten rows over the twenty expected
 * days up to its last row is missed on every expected day since.
 */
final class Silences {
  private static final int DAYS = 20;
  private static final double MEDIAN = 10;
  private static final int LOOK_BACK_DAYS = 400;

  private final View view;
  private final Registers registers;
  private final WorkCalendar calendar;
  private final LocalDate asOf;

  Silences(View view, Registers registers, WorkCalendar calendar, LocalDate asOf) {
    this.view = view;
    this.registers = registers;
    this.calendar = calendar;
    this.asOf = asOf;
  }

  /** Who sends: a source at a place; the empty id for the whole source. */
  private record Sender(String source, String id) {}

  NotReceived of(List<SourceSpec> sources, Set<String> tables) {
    List<SourceSpec> expected =
        sources.stream().filter(source -> source.expectEvery() != null).toList();
    Map<Sender, SortedMap<LocalDate, Long>> counts =
        expected.isEmpty() ? Map.of() : counts(expected);
    List<NotReceived.Gap> gaps = new ArrayList<>();
    Map<String, Integer> senders = new HashMap<>();
    for (SourceSpec source : expected) {
      SortedSet<LocalDate> days = expectedDays(source);
      counts.forEach(
          (sender, rows) -> {
            if (sender.source().equals(source.name())) {
              NotReceived.Gap gap = gap(source, sender.id(), days, rows);
              for (String place : gap.places()) {
                senders.merge(source.name() + " " + place, 1, Integer::sum);
              }
              if (!gap.missing().isEmpty()) {
                gaps.add(gap);
              }
            }
          });
    }
    return new NotReceived(gaps, senders, begins(tables));
  }

  private Map<String, LocalDate> begins(Set<String> tables) {
    Map<String, LocalDate> begins = new TreeMap<>();
    view.firstMonths()
        .forEach(
            (table, month) -> {
              if (tables.contains(table)) {
                begins.put(table, YearMonth.parse(month).atDay(1));
              }
            });
    return begins;
  }

  private Map<Sender, SortedMap<LocalDate, Long>> counts(List<SourceSpec> sources) {
    Map<String, String> scopes = new HashMap<>();
    Set<String> tables = new TreeSet<>();
    for (SourceSpec source : sources) {
      scopes.put(source.name(), scope(source));
      tables.add(source.into());
    }
    Map<Sender, SortedMap<LocalDate, Long>> counts = new HashMap<>();
    List<Row> rows =
        view.daily()
            .where(functions.col("table").isin(tables.toArray()))
            .where(functions.col("measure").equalTo(DailyJob.ROWS))
            .where(functions.col("split").equalTo("source"))
            .where(functions.col("day").between(asOf.minusDays(LOOK_BACK_DAYS), asOf))
            .where(functions.col("split_value").isin(scopes.keySet().toArray()))
            .select("split_value", "scope", "scope_id", "day", "n")
            .collectAsList();
    for (Row row : rows) {
      if (row.getString(1).equals(scopes.get(row.getString(0)))
          && !row.getString(2).equals(Places.NONE)) {
        counts
            .computeIfAbsent(
                new Sender(row.getString(0), row.getString(2)), fresh -> new TreeMap<>())
            .merge(row.getLocalDate(3), row.getLong(4), Long::sum);
      }
    }
    return counts;
  }

  private static String scope(SourceSpec source) {
    return switch (Objects.requireNonNullElse(source.expectBy(), "source")) {
      case "hall" -> "HALL";
      case "region" -> "REGION";
      default -> Places.ALL;
    };
  }

  private SortedSet<LocalDate> expectedDays(SourceSpec source) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (LocalDate day = asOf.minusDays(2L * LOOK_BACK_DAYS);
        !day.isAfter(asOf);
        day = day.plusDays(1)) {
      if (Expected.on(source, day, calendar)) {
        days.add(day);
      }
    }
    return days;
  }

  private static LocalDate endOfMonth(LocalDate day) {
    return YearMonth.from(day).atEndOfMonth();
  }

  private NotReceived.Gap gap(
      SourceSpec source,
      String id,
      SortedSet<LocalDate> expected,
      SortedMap<LocalDate, Long> rows) {
    boolean monthly = "month".equals(source.expectEvery());
    SortedMap<LocalDate, Long> sent = new TreeMap<>();
    rows.forEach((day, n) -> sent.merge(monthly ? endOfMonth(day) : day, n, Long::sum));
    String scope = scope(source);
    SortedSet<LocalDate> missing = new TreeSet<>();
    LocalDate last = sent.lastKey();
    if (median(sent, expected.headSet(last.plusDays(1))) >= MEDIAN) {
      for (LocalDate day : expected.tailSet(last.plusDays(1))) {
        if (isOpen(scope, id, day)) {
          missing.add(day);
        }
      }
    }
    Set<String> places = places(scope, id, last);
    return new NotReceived.Gap(source.name(), source.into(), scope, id, places, missing, expected);
  }

  private static double median(SortedMap<LocalDate, Long> sent, SortedSet<LocalDate> days) {
    LocalDate[] newest = days.toArray(LocalDate[]::new);
    long[] counts = new long[DAYS];
    for (int i = 0; i < DAYS && i < newest.length; i++) {
      counts[i] = sent.getOrDefault(newest[newest.length - 1 - i], 0L);
    }
    Arrays.sort(counts);
    return (counts[DAYS / 2 - 1] + counts[DAYS / 2]) / 2.0;
  }

  private boolean isOpen(String scope, String id, LocalDate day) {
    return switch (scope) {
      case "HALL" -> registers.resolveHall(id, day) != null;
      case "REGION" -> id.equals(registers.resolveRegion(id, day));
      default -> true;
    };
  }

  /** Every place whose figures are made from what a place sends. */
  private Set<String> places(String scope, String id, LocalDate day) {
    Set<String> places = new TreeSet<>();
    places.add("ALL ");
    if (scope.equals("HALL")) {
      places.add("HALL " + id);
      for (Hall hall : registers.halls(day, day)) {
        if (hall.id().equals(id) && hall.regionId() != null) {
          addRegions(places, hall.regionId(), day);
        }
      }
    }
    if (scope.equals("REGION")) {
      addRegions(places, id, day);
      for (Hall hall : registers.halls(day, asOf)) {
        String region = hall.regionId();
        if (region != null && registers.upwards(region, day).contains(id)) {
          places.add("HALL " + hall.id());
        }
      }
    }
    return places;
  }

  private void addRegions(Set<String> places, String region, LocalDate day) {
    registers.upwards(region, day).forEach(part -> places.add("REGION " + part));
  }
}
