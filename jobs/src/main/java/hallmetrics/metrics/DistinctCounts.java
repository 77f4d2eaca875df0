package hallmetrics.metrics;

import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.schema.Place;
import hallmetrics.sql.PlaceFunctions;
import java.time.LocalDate;
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
        Dataset<Row> rows = derived.of(measure.table());
        spans.forEach(span -> counts.add(count(derived.bounded(measure), span, rows)));
      }
    }
    return counts;
  }

  private Dataset<Row> count(Measure measure, Span span, Dataset<Row> rows) {
    Map<String, String> splits = request.catalogue().splits(measure.table());
    List<Column> cuts = new ArrayList<>();
    cuts.add(pair("split", functions.lit(""), functions.lit("")));
    for (String split : measure.splits()) {
      Column value = functions.expr("(" + splits.getOrDefault(split, split) + ")").cast("string");
      cuts.add(
          pair("split", functions.lit(split), functions.coalesce(value, functions.lit("(none)"))));
    }
    Column day = functions.expr("local_day(" + measure.on() + ")");
    return rows.where("(" + measure.where() + ")")
        .where(day.between(span.first(), span.last()))
        .select(
            functions.expr("(" + measure.distinct() + ")").cast("string").as("value"),
            places(request.catalogue().place(measure.table()), span.last()).as("places"),
            functions.array(cuts.toArray(Column[]::new)).as("cuts"))
        .select(
            functions.col("value"),
            functions.explode(functions.col("places")).as("place"),
            functions.col("cuts"))
        .select(
            functions.col("value"),
            functions.col("place"),
            functions.explode(functions.col("cuts")).as("cut"))
        .where("cut.a = '' or place.a not in ('WINDOW', 'ITEM')")
        .groupBy("place.a", "place.b", "cut.a", "cut.b")
        .agg(functions.countDistinct("value").as("n"))
        .toDF("scope", "scope_id", "split", "split_value", "n")
        .select(
            functions.lit(measure.name()).as("measure"),
            functions.col("scope"),
            functions.col("scope_id"),
            functions.col("split"),
            functions.col("split_value"),
            functions.lit(slots.whole(span)).as("slot"),
            functions.col("n"),
            functions.lit(null).cast("decimal(38,6)").as("x"));
  }

  private static Column pair(String name, Column a, Column b) {
    return functions.struct(a.as("a"), b.as("b")).as(name);
  }

  /** Every scope and place a row belongs to, its region with all that is part of. */
  private static Column places(Place place, LocalDate day) {
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
                + ", event_date), date'"
                + day
                + "'), r -> struct('REGION' as a, r as b))");
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
