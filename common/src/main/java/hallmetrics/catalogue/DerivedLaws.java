package hallmetrics.catalogue;

import hallmetrics.schema.Computed;
import hallmetrics.schema.TableSchema;
import java.util.Set;
import java.util.TreeSet;

/** What a derived table must keep. */
final class DerivedLaws {
  private final Catalogue catalogue;
  private final Laws laws;

  DerivedLaws(Catalogue catalogue, Laws laws) {
    this.catalogue = catalogue;
    this.laws = laws;
  }

  void check() {
    for (Derived derived : catalogue.derived().values()) {
      tables(derived);
      link(derived);
      names(derived);
      Set<String> columns = Columns.of(catalogue, derived.name()).names();
      TableLaws.place(derived.file(), derived.line(), derived.place(), columns, laws);
      TableLaws.splits(derived.file(), derived.line(), derived.splits(), columns, laws);
    }
  }

  /** Base and joined table exist; the name is no ledger table's. */
  private void tables(Derived derived) {
    Set<String> known = new TreeSet<>(catalogue.tables().keySet());
    laws.unknown(derived.file(), derived.line(), "表", derived.base(), known);
    if (derived.join() != null) {
      laws.unknown(derived.file(), derived.line(), "表", derived.join(), known);
    }
    if (known.contains(derived.name())) {
      laws.broken(
          derived.file(),
          derived.line(),
          "派生表 '" + derived.name() + "' 与表同名 (named like a ledger table)");
    }
  }

  /** A join says on what, and which row it takes. */
  private void link(Derived derived) {
    boolean joined = derived.join() != null;
    if (joined && (derived.on().isEmpty() || derived.pick().isEmpty())) {
      laws.broken(
          derived.file(),
          derived.line(),
          "派生表 '" + derived.name() + "' 的 left_join 须写 on 和 pick (a join needs on and pick)");
    }
    if (!joined && !(derived.on().isEmpty() && derived.pick().isEmpty())) {
      laws.broken(
          derived.file(),
          derived.line(),
          "派生表 '" + derived.name() + "' 没有 left_join，不应有 on 和 pick (nothing is joined)");
    }
  }

  /** A computed column of a derived table hides none of its base. */
  private void names(Derived derived) {
    TableSchema base = catalogue.tables().get(derived.base());
    Set<String> taken = new TreeSet<>(Reserved.COLUMNS);
    if (base != null) {
      base.fields().forEach(field -> taken.add(field.name()));
      base.computed().forEach(one -> taken.add(one.name()));
    }
    for (Computed computed : derived.computed()) {
      if (!taken.add(computed.name())) {
        laws.broken(
            derived.file(),
            computed.line(),
            "计算列 '" + computed.name() + "' 与已有列同名 (hides another column)");
      }
    }
  }
}
