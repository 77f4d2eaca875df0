package hallmetrics.catalogue;

import hallmetrics.fault.Problems;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Definitions as they are gathered, a later layer replacing an earlier one's by name. */
final class Draft {
  final Problems problems;
  final Shelf<TableSchema> tables = new Shelf<>("table");
  final Shelf<Derived> derived = new Shelf<>("derived");
  final Shelf<MeasureDraft> measures = new Shelf<>("measure");
  final Shelf<Metric> metrics = new Shelf<>("metric");
  final Shelf<Ranking> rankings = new Shelf<>("ranking");
  final Shelf<PageSpec> pages = new Shelf<>("page");

  Draft(Problems problems) {
    this.problems = problems;
  }

  /** The catalogue of what was gathered, measures resolved and versions closed. */
  Catalogue finish() {
    Map<String, Measure> resolved = new MeasureResolver(measures.entries, problems).all();
    List<Metric> versions = Versions.close(List.copyOf(metrics.entries.values()));
    return new Catalogue(
        Collected.map(tables.entries),
        Collected.map(derived.entries),
        Collected.map(resolved),
        versions,
        List.copyOf(rankings.entries.values()),
        List.copyOf(pages.entries.values()),
        fingerprint(resolved, versions),
        origins());
  }

  private String fingerprint(Map<String, Measure> resolved, List<Metric> versions) {
    Map<String, Record> sorted = new TreeMap<>();
    tables.entries.forEach((name, one) -> sorted.put("a/" + name, one));
    derived.entries.forEach((name, one) -> sorted.put("b/" + name, one));
    resolved.forEach((name, one) -> sorted.put("c/" + name, one));
    versions.forEach(one -> sorted.put("d/" + one.id() + '/' + one.version(), one));
    rankings.entries.forEach((name, one) -> sorted.put("e/" + name, one));
    pages.entries.forEach((name, one) -> sorted.put("f/" + name, one));
    return Fingerprint.of(List.copyOf(sorted.values()));
  }

  private List<Origin> origins() {
    List<Origin> all = new ArrayList<>();
    for (Shelf<?> shelf : List.of(metrics, measures, tables, derived, rankings, pages)) {
      all.addAll(shelf.origins.values());
    }
    return List.copyOf(all);
  }

  /** The definitions of one kind. */
  final class Shelf<T> {
    final Map<String, T> entries = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private final Map<String, Boolean> ofSite = new LinkedHashMap<>();
    private final String kind;

    private Shelf(String kind) {
      this.kind = kind;
    }

    /** Adds a definition or replaces the one of an earlier layer; twice in a layer is a problem. */
    void put(String name, T entry, String file, int line, boolean site) {
      Origin before = origins.get(name);
      if (before != null && Boolean.valueOf(site).equals(ofSite.get(name))) {
        problems.add(
            file, line, kind + " '" + name + "' 重复定义，已见于 " + before.place() + " (defined twice)");
        return;
      }
      replace(name, entry, file, line, site);
    }

    /** Replaces a definition by its extension. */
    void replace(String name, T entry, String file, int line, boolean site) {
      Origin before = origins.get(name);
      String replaced = before == null ? null : before.place();
      entries.put(name, entry);
      origins.put(name, new Origin(kind, name, file, line, replaced));
      ofSite.put(name, site);
    }

    @Nullable T get(String name) {
      return entries.get(name);
    }
  }
}
