package hallmetrics.sql;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.catalogue.Measure;
import hallmetrics.fault.Problems;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.schema.Computed;
import hallmetrics.schema.Duty;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Resolves every expression of a catalogue against the columns it may name, without data, so that a
 * wrong name is told with its file and line before a night begins.
 */
public final class SqlCheck {
  private final SqlResolver resolver;
  private final Catalogue catalogue;

  /**
   * A check of a catalogue.
   *
   * @param session a session that has the product's SQL functions
   */
  public SqlCheck(SparkSession session, Catalogue catalogue, Problems problems) {
    this.resolver = new SqlResolver(session, problems);
    this.catalogue = catalogue;
  }

  /** Adds a problem for each expression that cannot be resolved or is of a wrong type. */
  public void check() {
    for (TableSchema table : catalogue.tables().values()) {
      StructType columns = columns(table, true);
      SqlPlace at = new SqlPlace(table.file(), table.line(), "表 " + table.name());
      splits(at, columns, table.splits());
      place(at, columns, table.place());
      duty(at, columns, table.duty());
      catalogue.measuresOf(table.name()).forEach(measure -> measure(columns, measure));
    }
    for (Derived derived : catalogue.derived().values()) {
      derived(derived);
    }
  }

  private void derived(Derived derived) {
    SqlPlace at = new SqlPlace(derived.file(), derived.line(), "派生表 " + derived.name());
    TableSchema base = catalogue.tables().get(derived.base());
    if (base == null) {
      return;
    }
    StructType columns = columns(base, false);
    resolver.predicate(at.of("where"), columns, derived.where());
    TableSchema join = derived.join() == null ? null : catalogue.tables().get(derived.join());
    if (join != null) {
      columns = columns.add("j", columns(join, false));
      for (String condition : derived.on()) {
        resolver.predicate(at.of("on"), columns, condition);
      }
      for (String pick : derived.pick()) {
        resolver.any(at.of("pick"), columns, pick);
      }
    }
    for (Computed computed : derived.computed()) {
      columns = resolver.computed(at.of("computed"), columns, computed);
    }
    splits(at, columns, derived.splits());
    place(at, columns, derived.place());
    duty(at, columns, derived.duty());
    for (Measure measure : catalogue.measuresOf(derived.name())) {
      measure(columns, measure);
    }
  }

  /** The stored columns and the computed ones. */
  private StructType columns(TableSchema table, boolean report) {
    StructType columns = LedgerSchema.of(table);
    SqlPlace at = new SqlPlace(table.file(), table.line(), "表 " + table.name());
    SqlResolver quiet = report ? resolver : resolver.quiet();
    for (Computed computed : table.computed()) {
      columns = quiet.computed(at.of("computed"), columns, computed);
    }
    return columns;
  }

  private void measure(StructType columns, Measure measure) {
    SqlPlace at = new SqlPlace(measure.file(), measure.line(), "指标量 " + measure.name());
    resolver.predicate(at.of("where"), columns, measure.where());
    resolver.moment(at.of("on"), columns, measure.on());
    if (measure.sum() != null) {
      resolver.number(at.of("sum"), columns, measure.sum());
    }
    if (measure.days() != null) {
      resolver.whole(at.of("days"), columns, measure.days());
    }
    if (measure.distinct() != null) {
      resolver.any(at.of("distinct"), columns, measure.distinct());
    }
  }

  private void splits(SqlPlace at, StructType columns, Map<String, String> splits) {
    splits.forEach((name, column) -> resolver.any(at.of("splits." + name), columns, column));
  }

  private void place(SqlPlace at, StructType columns, Place place) {
    column(at.of("place.region"), columns, place.region());
    column(at.of("place.org"), columns, place.org());
    column(at.of("place.hall"), columns, place.hall());
    column(at.of("place.window"), columns, place.window());
    column(at.of("place.item"), columns, place.item());
  }

  private void column(SqlPlace at, StructType columns, @Nullable String column) {
    if (column != null) {
      resolver.any(at, columns, column);
    }
  }

  private void duty(SqlPlace at, StructType columns, @Nullable Duty duty) {
    if (duty == null) {
      return;
    }
    resolver.any(at.of("duty.id"), columns, duty.id());
    resolver.moment(at.of("duty.opened"), columns, duty.opened());
    resolver.moment(at.of("duty.due"), columns, duty.due());
    resolver.moment(at.of("duty.done"), columns, duty.done());
    if (duty.drop() != null) {
      resolver.predicate(at.of("duty.drop"), columns, duty.drop());
    }
  }
}
