package hallmetrics.metrics;

import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.schema.Place;
import hallmetrics.sql.PlaceFunctions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Counts distinct values in whole spans, read from the ledger: they add neither over days nor over
 * regions, so every region counts its own.
 */
final class DistinctCounts {
  private static final String SLOT = "hall_slot";

  /** Last day of the span a row counts in: regions are parts of what they were parts of then. */
  private static final String LAST = "hall_span_last";

  private final SparkSession session;
  private final MetricsRequest request;
  private final Slots slots;

  DistinctCounts(SparkSession session, MetricsRequest request, Slots slots) {
    this.session = session;
    this.request = request;
    this.slots = slots;
  }

  /**
   * The counts of some measures, as far as a definition asks for them.
   *
   * @param versions definitions with their spans
   */
  List<Dataset<Row>> of(Set<Measure> measures, Map<Metric, Set<Span>> versions) {
    List<Dataset<Row>> counts = new ArrayList<>();
    if (!measures.isEmpty()) {
      PlaceFunctions.register(session, request.registers());
    }
    for (Measure measure : measures) {
      Set<Span> spans = new LinkedHashSet<>();
      versions.forEach(
          (metric, asked) -> {
            boolean uses =
                measure.name().equals(metric.numerator())
                    || measure.name().equals(metric.denominator());
            spans.addAll(uses ? asked : Set.of());
          });
      if (!spans.isEmpty()) {
        DerivedRows derived = new DerivedRows(request, spans);
        Measure bounded = derived.bounded(measure);
        Dataset<Row> rows = derived.of(measure.table(), List.of(bounded));
        for (List<Span> apart : disjoint(spans)) {
          counts.add(count(bounded, apart, rows));
        }
      }
    }
    return counts;
  }

  /** Few lists of spans, no two of a list sharing a day: each list is counted in one pass. */
  private static List<List<Span>> disjoint(Set<Span> spans) {
    List<List<Span>> lists = new ArrayList<>();
    for (Span span : spans) {
      lists.stream()
          .filter(list -> list.stream().noneMatch(span::overlaps))
          .findFirst()
          .orElseGet(
              () -> {
                lists.add(new ArrayList<>());
                return lists.get(lists.size() - 1);
              })
          .add(span);
    }
    return lists;
  }

  private Dataset<Row> count(Measure measure, List<Span> spans, Dataset<Row> rows) {
    return placed(measure, spans, rows)
        .groupBy("place.a", "place.b", "cut.a", "cut.b", SLOT)
        .agg(functions.countDistinct("value").as("n"))
        .toDF("scope", "scope_id", "split", "split_value", "slot", "n")
        .select(
            functions.lit(measure.name()).as("measure"),
            functions.col("scope"),
            functions.col("scope_id"),
            functions.col("split"),
            functions.col("split_value"),
            functions.col("slot"),
            functions.col("n"),
            functions.lit(null).cast("decimal(38,6)").as("x"));
  }

  /** Each value once a row, place and cut, with the slot of its span. */
  private Dataset<Row> placed(Measure measure, List<Span> spans, Dataset<Row> rows) {
    Map<String, String> splits = request.catalogue().splits(measure.table());
    List<Column> cuts = new ArrayList<>();
    cuts.add(pair("split", functions.lit(""), functions.lit("")));
    for (String split : measure.splits()) {
      Column value = functions.expr("(" + splits.getOrDefault(split, split) + ")").cast("string");
      cuts.add(
          pair("split", functions.lit(split), functions.coalesce(value, functions.lit("(none)"))));
    }
    Column day = functions.expr("local_day(" + measure.on() + ")");
    Column slot = functions.lit(null).cast("int");
    Column last = functions.lit(null).cast("date");
    for (Span span : spans) {
      Column inside = day.between(span.first(), span.last());
      slot = functions.when(inside, functions.lit(slots.whole(span))).otherwise(slot);
      last = functions.when(inside, functions.lit(span.last())).otherwise(last);
    }
    return rows.where("(" + measure.where() + ")")
        .withColumn(SLOT, slot)
        .withColumn(LAST, last)
        .where(functions.col(SLOT).isNotNull())
        .select(
            functions.expr("(" + measure.distinct() + ")").cast("string").as("value"),
            places(request.catalogue().place(measure.table())).as("places"),
            functions.array(cuts.toArray(Column[]::new)).as("cuts"),
            functions.col(SLOT))
        .select(
            functions.col("value"),
            functions.explode(functions.col("places")).as("place"),
            functions.col("cuts"),
            functions.col(SLOT))
        .select(
            functions.col("value"),
            functions.col("place"),
            functions.explode(functions.col("cuts")).as("cut"),
            functions.col(SLOT))
        .where("cut.a = '' or place.a not in ('WINDOW', 'ITEM')");
  }

  private static Column pair(String name, Column a, Column b) {
    return functions.struct(a.as("a"), b.as("b")).as(name);
  }

  /** Every scope and place a row belongs to, its region with all that is part of. */
  private static Column places(Place place) {
    List<Column> single = new ArrayList<>();
    single.add(pair("place", functions.lit(Places.ALL), functions.lit("")));
    add(single, "ORG", place.org(), "place_org");
    add(single, "HALL", place.hall(), "place_hall");
    add(single, "WINDOW", place.window(), "place_window");
    if (place.item() != null) {
      Column item = functions.coalesce(functions.expr(place.item()), functions.lit(Places.NONE));
      single.add(pair("place", functions.lit("ITEM"), item));
    }
    Column all = functions.array(single.toArray(Column[]::new));
    if (place.region() == null && !place.regionOfOrg()) {
      return all;
    }
    String org = place.regionOfOrg() ? place.org() : null;
    Column regions =
        functions.expr(
            "transform(place_region_path(place_region("
                + text(place.region())
                + ", "
                + text(org)
                + ", event_date), "
                + LAST
                + "), r -> struct('REGION' as a, r as b))");
    return functions.concat(all, regions);
  }

  private static String text(@Nullable String column) {
    return column == null ? "cast(null as string)" : column;
  }

  private static void add(
      List<Column> places, String scope, @Nullable String column, String function) {
    if (column != null) {
      Column id = functions.expr(function + "(" + column + ", event_date)");
      places.add(pair("place", functions.lit(scope), id));
    }
  }
}
