package hallmetrics.region;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one register by id, in the order of the file. */
final class History<T extends Dated> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, ArrayList<T>> rows = new LinkedHashMap<>();
  private final HashMap<String, ArrayList<T>> byName = new HashMap<>();

  History(Collection<T> all) {
    for (T row : all) {
      rows.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
      byName.computeIfAbsent(row.name(), name -> new ArrayList<>()).add(row);
    }
  }

  boolean knows(String id) {
    return rows.containsKey(id);
  }

  Collection<String> ids() {
    return rows.keySet();
  }

  /** The row of an id in force on a day, or null. */
  @Nullable T on(String id, LocalDate day) {
    for (T row : rows.getOrDefault(id, new ArrayList<>())) {
      if (row.inForce(day)) {
        return row;
      }
    }
    return null;
  }

  /** The row in force on a day of an id or, where no id is written so, of the only such name. */
  @Nullable T written(String text, LocalDate day) {
    if (knows(text)) {
      return on(text, day);
    }
    List<T> named =
        byName.getOrDefault(text, new ArrayList<>()).stream()
            .filter(row -> row.inForce(day))
            .toList();
    return named.size() == 1 ? named.get(0) : null;
  }

  /** The only id that ever bore a name, or null. */
  @Nullable String onlyId(String name) {
    List<String> ids =
        byName.getOrDefault(name, new ArrayList<>()).stream().map(Dated::id).distinct().toList();
    return ids.size() == 1 ? ids.get(0) : null;
  }

  /** The row in force on a day, else the last one before it, else the first; null if unknown. */
  @Nullable T nearest(String id, LocalDate day) {
    List<T> known = rows.get(id);
    if (known == null) {
      return null;
    }
    T best = null;
    for (T row : known) {
      LocalDate first = row.validFrom();
      boolean begun = first == null || !first.isAfter(day);
      if (row.inForce(day)) {
        return row;
      }
      if (begun && (best == null || isLater(row, best))) {
        best = row;
      }
    }
    return best == null ? known.get(0) : best;
  }

  private static boolean isLater(Dated row, Dated other) {
    LocalDate last = row.validTo();
    LocalDate otherLast = other.validTo();
    return last == null || (otherLast != null && last.isAfter(otherLast));
  }

  /** One row an id that is in force on some day of a period: the latest such row. */
  List<T> during(LocalDate from, LocalDate to) {
    List<T> found = new ArrayList<>();
    for (List<T> known : rows.values()) {
      T latest = null;
      for (T row : known) {
        if (row.inForce(from, to) && (latest == null || isLater(row, latest))) {
          latest = row;
        }
      }
      if (latest != null) {
        found.add(latest);
      }
    }
    return found;
  }

  Map<String, ArrayList<T>> all() {
    return rows;
  }
}
