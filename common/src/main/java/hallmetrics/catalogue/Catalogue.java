package hallmetrics.catalogue;

import hallmetrics.schema.Computed;
import hallmetrics.schema.Field;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All definitions of a site, in declared order.
 *
 * @param metrics every definition, older versions of an id too, in order of {@code validFrom}
 *     within an id
 * @param fingerprint SHA-256 over all definitions in force, not over where they are written; a
 *     change recounts what they touch
 * @param origins where each definition was written
 */
public record Catalogue(
    Map<String, TableSchema> tables,
    Map<String, Derived> derived,
    Map<String, Measure> measures,
    List<Metric> metrics,
    List<Ranking> rankings,
    List<PageSpec> pages,
    String fingerprint,
    List<Origin> origins)
    implements Serializable {

  /** The metrics whose definition is in force on a day, at most one an id, in declared order. */
  public List<Metric> metricsInForce(LocalDate day) {
    return metrics.stream().filter(metric -> inForce(metric, day)).toList();
  }

  /** The definition of a metric in force on a day; null when there is none. */
  public @Nullable Metric metric(String id, LocalDate day) {
    return metrics.stream()
        .filter(metric -> metric.id().equals(id) && inForce(metric, day))
        .findFirst()
        .orElse(null);
  }

  /** Every version of a metric's definition, oldest first; empty for an unknown id. */
  public List<Metric> versions(String id) {
    return metrics.stream().filter(metric -> metric.id().equals(id)).toList();
  }

  /** All metric ids, sorted. */
  public List<String> metricIds() {
    return List.copyOf(new TreeSet<>(metrics.stream().map(Metric::id).toList()));
  }

  /** The measures that count on a table or derived table, in declared order. */
  public List<Measure> measuresOf(String table) {
    return measures.values().stream().filter(measure -> measure.table().equals(table)).toList();
  }

  /** The id of a metric a person calls by its id, its Chinese title or its code; null for none. */
  public @Nullable String metricCalled(String asked) {
    return metrics().stream()
        .filter(one -> List.of(one.id(), one.title()).contains(asked) || one.isCode(asked))
        .map(Metric::id)
        .findFirst()
        .orElse(null);
  }

  /** The measure of a name; null when there is none. */
  public @Nullable Measure measure(String name) {
    return measures.get(name);
  }

  /**
   * The measure of a name that a checked definition refers to.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Measure existingMeasure(String name) {
    return existing("measure", name, measures.get(name));
  }

  /**
   * The ledger table of a name that a checked definition refers to.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TableSchema existingTable(String name) {
    return existing("table", name, tables.get(name));
  }

  private static <T> T existing(String kind, String name, @Nullable T found) {
    if (found == null) {
      throw new IllegalArgumentException("no such " + kind + ": " + name);
    }
    return found;
  }

  /** The derived tables that keep the rows of a table or join it. */
  public List<Derived> derivedFrom(String table) {
    return derived.values().stream()
        .filter(one -> one.base().equals(table) || table.equals(one.join()))
        .toList();
  }

  /** The ledger table whose columns a table or derived table starts from; null when unknown. */
  public @Nullable TableSchema baseOf(String table) {
    Derived join = derived.get(table);
    return tables.get(join == null ? table : join.base());
  }

  /** The ledger tables that a table or derived table reads: itself, or its base and joined one. */
  public List<String> tablesRead(String table) {
    Derived join = derived.get(table);
    if (join == null) {
      return List.of(table);
    }
    return join.join() == null ? List.of(join.base()) : List.of(join.base(), join.join());
  }

  /** Whether a measure is kept in daily: additive, and on a ledger table. */
  public boolean inDaily(Measure measure) {
    return measure.additive() && tables.containsKey(measure.table());
  }

  /** The splits of a table or derived table: name to column or computed column. */
  public Map<String, String> splits(String table) {
    Derived join = derived.get(table);
    if (join != null) {
      return join.splits();
    }
    TableSchema schema = tables.get(table);
    return schema == null ? Map.of() : schema.splits();
  }

  /** Which columns place the rows of a table or derived table. */
  public Place place(String table) {
    Derived join = derived.get(table);
    if (join != null) {
      return join.place();
    }
    TableSchema schema = tables.get(table);
    return schema == null ? Place.NONE : schema.place();
  }

  /** What a reader calls a split; the split's own name when its column is unknown. */
  public String splitTitle(String table, String split) {
    return SplitNames.title(this, table, split);
  }

  /** What a reader calls a value of a split; the value itself where no code list names it. */
  public String valueTitle(String table, String split, String value) {
    return SplitNames.values(this, table, split).getOrDefault(value, value);
  }

  /** Where a definition of any kind was written, as file:line; null for an unknown name. */
  public @Nullable String origin(String name) {
    return origins.stream()
        .filter(origin -> origin.name().equals(name))
        .map(Origin::place)
        .findFirst()
        .orElse(null);
  }

  /**
   * SHA-256 over what decides the daily counts of a ledger table: its columns, key, place, splits
   * and measures. It moves only when the table must be recounted.
   */
  public String countingFingerprint(String table) {
    return Fingerprint.counting(this, table);
  }

  private static boolean inForce(Metric metric, LocalDate day) {
    LocalDate last = metric.validTo();
    return !day.isBefore(metric.validFrom()) && (last == null || !day.isAfter(last));
  }

  @Nullable Field field(String table, String column) {
    TableSchema schema = tables.get(table);
    return schema == null ? null : schema.field(column);
  }

  @Nullable Computed computed(String table, String column) {
    Derived join = derived.get(table);
    TableSchema base = tables.get(join == null ? table : join.base());
    List<Computed> own = join == null ? List.of() : join.computed();
    List<Computed> below = base == null ? List.of() : base.computed();
    return Stream.concat(own.stream(), below.stream())
        .filter(one -> one.name().equals(column))
        .findFirst()
        .orElse(null);
  }
}
