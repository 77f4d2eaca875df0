package hallmetrics.page;

import hallmetrics.catalogue.Unit;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RestatementRow;
import hallmetrics.plot.Table;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was published otherwise before, of the city and of its districts, bodies and halls. Splits
 * and the rest stay in the edition's file: they would make the annex twice as long.
 */
final class AnnexRestated {
  private static final String CITY = "ALL";
  private static final List<String> LISTED = List.of(CITY, "REGION", "ORG", "HALL");

  private final Facts facts;
  private final Figures figures;

  AnnexRestated(Facts facts) {
    this.facts = facts;
    this.figures = new Figures(facts);
  }

  /** One table, or none when nothing was restated. Why is said once, on the cover. */
  List<Table> tables() {
    List<RestatementRow> all = facts.rows().restatements();
    if (all.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows =
        all.stream().filter(this::listed).sorted(unassignedLast(all)).map(this::row).toList();
    int more = all.size() - rows.size();
    String title =
        more == 0
            ? Wording.of("quality.restated")
            : Wording.of("quality.restated.more", "count", figures.count(more));
    return List.of(
        new Table(
            title,
            List.of(
                Table.Column.text(Wording.of("column.metric"), 190),
                Table.Column.text(Wording.of("column.level"), 50),
                Table.Column.text(Wording.of("column.unit"), 172),
                Table.Column.number(Wording.of("column.published"), 146),
                Table.Column.number(Wording.of("column.now"), 146),
                Table.Column.number(Wording.of("column.records"), 66)),
            rows));
  }

  /** The order given, but what names no place comes after the places of its metric and scope. */
  private static Comparator<RestatementRow> unassignedLast(List<RestatementRow> all) {
    List<String> groups = all.stream().map(AnnexRestated::group).distinct().toList();
    return Comparator.comparing((RestatementRow row) -> groups.indexOf(group(row)))
        .thenComparing(row -> row.scopeId().equals(Unassigned.ID));
  }

  private static String group(RestatementRow row) {
    return row.metric() + "/" + row.scope();
  }

  private boolean listed(RestatementRow row) {
    return row.split().isEmpty()
        && LISTED.contains(row.scope())
        && !nothing(row)
        && !before(row).equals(now(row))
        && !repeatsCity(row);
  }

  private List<String> row(RestatementRow row) {
    return List.of(
        facts.metric(row.metric()).title(),
        Wording.of("scope." + row.scope()),
        name(row),
        before(row),
        now(row),
        figures.count(row.records()));
  }

  private String before(RestatementRow row) {
    return printed(row, row.oldN(), row.oldD(), row.oldValue());
  }

  private String now(RestatementRow row) {
    return printed(row, row.newN(), row.newD(), row.newValue());
  }

  private String printed(
      RestatementRow row,
      @Nullable Double numerator,
      @Nullable Double denominator,
      @Nullable Double value) {
    Unit unit = facts.metric(row.metric()).unit();
    String printed = Numbers.figure(unit, numerator, denominator, value);
    return denominator == null
        ? printed
        : Wording.of(
            "finding.figure", "value", printed, "part", Numbers.fraction(numerator, denominator));
  }

  /** The region that is the whole city says of every metric what the city's row says. */
  private boolean repeatsCity(RestatementRow row) {
    return row.scope().equals("REGION")
        && facts.rows().restatements().stream()
            .filter(other -> other.scope().equals(CITY) && other.split().isEmpty())
            .filter(other -> other.metric().equals(row.metric()))
            .anyMatch(other -> numbers(other).equals(numbers(row)));
  }

  private static List<@Nullable Double> numbers(RestatementRow row) {
    List<@Nullable Double> numbers = new ArrayList<>();
    numbers.add(row.oldN());
    numbers.add(row.oldD());
    numbers.add(row.oldValue());
    numbers.add(row.newN());
    numbers.add(row.newD());
    numbers.add(row.newValue());
    return numbers;
  }

  private String name(RestatementRow row) {
    MetricRow now = facts.units(row.metric(), row.scope()).get(row.scopeId());
    if (row.scope().equals(CITY)) {
      return facts.issue().site();
    }
    if (row.scopeId().equals(Unassigned.ID)) {
      return Wording.of("unassigned");
    }
    return now == null ? row.scopeId() : now.scopeName();
  }

  /**
   * Whether none of it was counted, then as now: a place that could be counted for the first time.
   */
  private static boolean nothing(RestatementRow row) {
    return row.records() == 0
        && Stream.of(row.oldN(), row.oldD(), row.newN(), row.newD())
            .allMatch(number -> number == null || number == 0);
  }
}
