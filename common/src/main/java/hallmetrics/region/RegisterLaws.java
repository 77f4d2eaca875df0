package hallmetrics.region;

import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the registers must keep. */
final class RegisterLaws {
  private record Placed(String file, int line, Dated row) {}

  private final Problems problems;
  private final List<Placed> rows = new ArrayList<>();
  private final Map<Class<?>, Set<String>> ids = new HashMap<>();
  private final Map<String, @Nullable String> parents = new HashMap<>();

  RegisterLaws(Problems problems) {
    this.problems = problems;
  }

  void add(String file, int line, Dated row) {
    rows.add(new Placed(file, line, row));
    ids.computeIfAbsent(row.getClass(), kind -> new TreeSet<>()).add(row.id());
    if (row instanceof Region region) {
      parents.putIfAbsent(region.id(), region.parentId());
    }
  }

  void check() {
    Map<String, List<Placed>> byId = new LinkedHashMap<>();
    for (Placed one : rows) {
      ends(one);
      references(one);
      noCycle(one);
      String key = one.row().getClass().getSimpleName() + ' ' + one.row().id();
      byId.computeIfAbsent(key, id -> new ArrayList<>()).add(one);
    }
    byId.values().forEach(this::oneAtATime);
    codesAreOnce();
  }

  /** A row ends after it begins. */
  private void ends(Placed one) {
    LocalDate first = one.row().validFrom();
    LocalDate last = one.row().validTo();
    if (first != null && last != null && last.isBefore(first)) {
      problem(one, "结束日期 " + last + " 早于开始日期 " + first + " (ends before it begins)");
    }
  }

  /** At most one row of an id is in force on a day. */
  private void oneAtATime(List<Placed> same) {
    for (int i = 0; i < same.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(same.get(i).row(), same.get(j).row())) {
          problem(
              same.get(i),
              "'"
                  + same.get(i).row().id()
                  + "' 与第 "
                  + same.get(j).line()
                  + " 行的有效期重叠 (validity overlaps)");
        }
      }
    }
  }

  private static boolean overlap(Dated one, Dated other) {
    LocalDate first = one.validFrom() == null ? LocalDate.MIN : one.validFrom();
    LocalDate last = one.validTo() == null ? LocalDate.MAX : one.validTo();
    return !last.isBefore(first) && other.inForce(first, last);
  }

  /** What a row refers to is registered. */
  private void references(Placed one) {
    if (one.row() instanceof Region region) {
      known(one, "上级区划", region.parentId(), Region.class);
      known(one, "承继区划", region.successorId(), Region.class);
      if (region.id().equals(region.successorId())) {
        problem(one, "承继区划是它自己 (succeeds itself)");
      }
    } else if (one.row() instanceof Org org) {
      known(one, "区划", org.regionId(), Region.class);
    } else if (one.row() instanceof Hall hall) {
      known(one, "区划", hall.regionId(), Region.class);
    } else if (one.row() instanceof Window window) {
      known(one, "大厅", window.hallId(), Hall.class);
      known(one, "单位", window.orgCode(), Org.class);
    }
  }

  private void known(Placed one, String what, @Nullable String id, Class<? extends Dated> kind) {
    Set<String> known = ids.getOrDefault(kind, Set.of());
    if (id != null && !known.contains(id)) {
      problem(one, "未登记的" + what + " '" + id + "' (not registered)" + Nearest.hint(id, known));
    }
  }

  /** A region is no part of itself, by whatever way. */
  private void noCycle(Placed one) {
    if (one.row() instanceof Region region) {
      Set<String> path = new LinkedHashSet<>();
      String id = region.id();
      while (id != null && path.add(id)) {
        id = parents.get(id);
      }
      if (region.id().equals(id)) {
        problem(one, "上级区划成环：" + path + " (regions contain each other)");
      }
    }
  }

  /** On a day, a GB code or USCC belongs to one id. */
  private void codesAreOnce() {
    Map<String, Placed> owners = new LinkedHashMap<>();
    for (Placed one : rows) {
      String code = code(one.row());
      Placed owner = code == null ? null : owners.putIfAbsent(code, one);
      if (owner != null
          && !owner.row().id().equals(one.row().id())
          && overlap(owner.row(), one.row())) {
        problem(
            one,
            "代码 '"
                + code(one.row())
                + "' 已属 '"
                + owner.row().id()
                + "'（第 "
                + owner.line()
                + " 行）(code belongs to another)");
      }
    }
  }

  private static @Nullable String code(Dated row) {
    if (row instanceof Region region) {
      return region.gbCode() == null ? null : "GB " + region.gbCode();
    }
    return row instanceof Org org && org.uscc() != null ? "USCC " + org.uscc() : null;
  }

  private void problem(Placed one, String message) {
    problems.add(one.file(), one.line(), message);
  }
}
