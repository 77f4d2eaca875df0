package hallmetrics.catalogue;

import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes whole measures of those written as {@code of: another, where: narrower}. */
final class MeasureResolver {
  private final Map<String, MeasureDraft> drafts;
  private final Problems problems;
  private final Map<String, Measure> resolved = new LinkedHashMap<>();

  MeasureResolver(Map<String, MeasureDraft> drafts, Problems problems) {
    this.drafts = drafts;
    this.problems = problems;
  }

  /** Every measure that could be resolved, in declared order. */
  Map<String, Measure> all() {
    drafts.keySet().forEach(name -> resolve(name, new LinkedHashSet<>()));
    Map<String, Measure> ordered = new LinkedHashMap<>();
    for (String name : drafts.keySet()) {
      Measure measure = resolved.get(name);
      if (measure != null) {
        ordered.put(name, measure);
      }
    }
    return ordered;
  }

  private @Nullable Measure resolve(String name, Set<String> path) {
    Measure known = resolved.get(name);
    MeasureDraft draft = drafts.get(name);
    if (known != null || draft == null) {
      return known;
    }
    if (!path.add(name)) {
      return null;
    }
    Measure made = draft.of() == null ? plain(draft) : narrower(draft, draft.of(), path);
    if (made != null) {
      resolved.put(name, made);
    }
    return made;
  }

  private static Measure plain(MeasureDraft draft) {
    return measure(draft, text(draft.where(), "true"), text(draft.on(), ""), draft.splits());
  }

  private @Nullable Measure narrower(MeasureDraft draft, String parentName, Set<String> path) {
    if (!drafts.containsKey(parentName)) {
      problem(draft, "未知的指标量 '" + parentName + "' (unknown measure)", parentName);
      return null;
    }
    if (path.contains(parentName)) {
      problems.add(draft.file(), draft.line(), "of 成环：" + path + " (measures refer in a circle)");
      return null;
    }
    Measure parent = resolve(parentName, path);
    if (parent == null) {
      return null;
    }
    if (!parent.table().equals(draft.table())) {
      problems.add(
          draft.file(),
          draft.line(),
          "'" + draft.name() + "' 与 '" + parentName + "' 不在同一张表 (not on the same table)");
      return null;
    }
    String where = Conjuncts.and(parent.where(), text(draft.where(), "true"));
    List<String> splits = draft.splits() == null ? parent.splits() : draft.splits();
    return measure(draft, where, text(draft.on(), parent.on()), splits);
  }

  private static Measure measure(
      MeasureDraft draft, String where, String on, @Nullable List<String> splits) {
    return new Measure(
        draft.name(),
        draft.table(),
        where,
        on,
        draft.sum(),
        splits == null ? List.of() : List.copyOf(splits),
        draft.days(),
        draft.distinct(),
        draft.file(),
        draft.line());
  }

  private void problem(MeasureDraft draft, String message, String wrong) {
    problems.add(draft.file(), draft.line(), message + Nearest.hint(wrong, drafts.keySet()));
  }

  private static String text(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
