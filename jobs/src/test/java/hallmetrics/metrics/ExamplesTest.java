package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.catalogue.Example;
import hallmetrics.catalogue.Metric;
import hallmetrics.edition.MetricRow;
import hallmetrics.fault.Problems;
import hallmetrics.ledger.View;
import hallmetrics.region.RegisterLoader;
import hallmetrics.region.RegisterLoader.Text;
import hallmetrics.region.Registers;
import hallmetrics.schema.TableSchema;
import hallmetrics.settings.Targets;
import hallmetrics.testing.TestLedger;
import hallmetrics.text.Numbers;
import hallmetrics.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every worked example of the built-in catalogue gives the figure it says, with and without the
 * rows that must not count. Each is a district of its own, with numbers of its own.
 */
class ExamplesTest {
  private static final Catalogue CATALOGUE = CatalogueLoader.load(Optional.empty());

  @TempDir private Path folder;

  /** An example, or the same without the rows that must not count. */
  private record Case(Metric metric, Example example, boolean ignored, String region) {}

  @Test
  void everyExampleGivesWhatItSays() {
    List<Case> cases = cases();
    Map<String, List<Map<String, String>>> rows = new TreeMap<>();
    cases.forEach(one -> given(one, rows));
    List<String> wrong = new ArrayList<>();
    Registers registers = registers(cases);
    try (TestLedger ledger = new TestLedger(folder, CATALOGUE, registers)) {
      View view = ledger.night(LocalDate.of(2026, 10, 31), rows);
      Map<String, List<MetricRow>> known = new HashMap<>();
      for (Case one : cases) {
        List<MetricRow> figures =
            known.computeIfAbsent(
                one.example().period() + " " + one.example().asOf(),
                asked -> compute(ledger, view, registers, one.example()));
        String printed = printed(one, figures);
        if (!printed.equals(one.example().expect())) {
          wrong.add(
              one.metric().file()
                  + ":"
                  + one.metric().line()
                  + " "
                  + one.metric().id()
                  + (one.ignored() ? "" : " (without what must not count)")
                  + ": "
                  + one.example().expect()
                  + " expected, "
                  + printed
                  + " computed");
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).hasSizeGreaterThan(100);
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Metric metric : CATALOGUE.metrics()) {
      for (Example example : metric.examples()) {
        cases.add(new Case(metric, example, true, "X" + cases.size()));
        cases.add(new Case(metric, example, false, "X" + cases.size()));
      }
    }
    return cases;
  }

  private static void given(Case one, Map<String, List<Map<String, String>>> all) {
    one.example()
        .given()
        .forEach(
            (table, rows) -> {
              for (int i = 0; i < rows.size(); i++) {
                int row = i;
                boolean skipped =
                    !one.ignored()
                        && one.example().ignored().stream()
                            .anyMatch(each -> each.table().equals(table) && each.row() == row);
                if (!skipped) {
                  all.computeIfAbsent(table, t -> new ArrayList<>())
                      .add(own(rows.get(i), one.region()));
                }
              }
            });
  }

  /** The row with its numbers made the district's own. */
  private static Map<String, String> own(Map<String, String> row, String region) {
    Set<String> numbers = Set.of("source_record_id", "rect_id", "origin_id", "assist_id");
    Map<String, String> own = new HashMap<>();
    row.forEach(
        (column, value) ->
            own.put(
                column,
                value != null && (numbers.contains(column) || column.endsWith("_no"))
                    ? region + "-" + value
                    : value));
    own.put("region_id", region);
    return own;
  }

  private static Registers registers(List<Case> cases) {
    StringBuilder csv = new StringBuilder("region_id,name,kind,parent_id\nC,示例市,CITY,\n");
    cases.forEach(
        one -> csv.append(one.region()).append(",区").append(one.region()).append(",COUNTY,C\n"));
    Problems problems = new Problems();
    Registers registers =
        new RegisterLoader(problems).load(new Text("region.csv", csv.toString()), null, null, null);
    problems.throwIfAny();
    return registers;
  }

  private static List<MetricRow> compute(
      TestLedger ledger, View view, Registers registers, Example example) {
    return new MetricsJob(ledger.session())
        .compute(
            new MetricsRequest(
                view,
                CATALOGUE,
                registers,
                TestLedger.CALENDAR,
                new Targets(List.of()),
                List.of(Period.parse(example.period())),
                LocalDate.parse(example.asOf()),
                Map.of(),
                () -> NotReceived.NOTHING,
                Set.of(),
                false,
                MetricsRequest.LOOK_BACK_DAYS));
  }

  private static String printed(Case one, List<MetricRow> figures) {
    String share = one.metric().shareBy();
    List<String> parts = new ArrayList<>();
    List<MetricRow> own =
        figures.stream()
            .filter(row -> row.metric().equals(one.metric().id()))
            .filter(row -> row.scope().equals("REGION") && row.scopeId().equals(one.region()))
            .toList();
    if (share != null) {
      for (String value : codes(one.metric(), share)) {
        own.stream()
            .filter(row -> row.split().equals(share) && row.splitValue().equals(value))
            .forEach(row -> parts.add(value + "=" + print(one.metric(), row)));
      }
      if (!parts.isEmpty()) {
        return String.join(" ", parts);
      }
    }
    return own.stream()
        .filter(row -> row.split().isEmpty())
        .map(row -> print(one.metric(), row))
        .findFirst()
        .orElse("no row");
  }

  /** The values of a split in the order of its code list. */
  private static Set<String> codes(Metric metric, String split) {
    String table = CATALOGUE.existingMeasure(metric.numerator()).table();
    String column = Objects.requireNonNull(CATALOGUE.splits(table).get(split), split);
    TableSchema base = Objects.requireNonNull(CATALOGUE.baseOf(table), table);
    return Objects.requireNonNull(base.field(column), column).values().keySet();
  }

  private static String print(Metric metric, MetricRow row) {
    return Numbers.figure(metric.unit(), row.numerator(), row.denominator(), row.value());
  }
}
