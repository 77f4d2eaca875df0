package hallmetrics.region;

import hallmetrics.fault.Nearest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the places of one register are called, for a column that holds names where ids should stand.
 * A name several places bear stands for none of them.
 */
public final class PlaceNames {
  private final Map<String, TreeSet<String>> ids = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private PlaceNames() {}

  /**
   * The names of a register's rows in force on some day of a period.
   *
   * @param scope REGION ORG HALL WINDOW
   */
  public static PlaceNames of(Registers registers, String scope, LocalDate from, LocalDate to) {
    PlaceNames all = new PlaceNames();
    List<? extends Dated> rows =
        switch (scope) {
          case "REGION" -> registers.regions(from, to);
          case "ORG" -> registers.orgs(from, to);
          case "HALL" -> registers.halls(from, to);
          case "WINDOW" -> registers.windows(from, to);
          default -> throw new IllegalArgumentException("scope has no register: " + scope);
        };
    for (Dated row : rows) {
      String name = registers.name(scope, row.id(), to);
      all.names.put(row.id(), name);
      all.put(name, row.id());
      if (row instanceof Org org && org.shortName() != null) {
        all.put(org.shortName(), row.id());
      }
    }
    return all;
  }

  private void put(String name, String id) {
    ids.computeIfAbsent(name.strip(), text -> new TreeSet<>()).add(id);
  }

  /** Whether the register has no row in that period. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether a text is an id of the register. */
  public boolean hasId(String text) {
    return names.containsKey(text.strip());
  }

  /** Whether a text is a name of the register, of one place or several. */
  public boolean knows(String text) {
    return ids.containsKey(text.strip());
  }

  /**
   * Whether a text says nothing but what the register does: an id or name of it, a shortened name
   * (its characters in their order, no other), or one with one other character.
   */
  public boolean resembles(String text) {
    String plain = text.strip();
    return hasId(plain)
        || knows(plain)
        || (plain.length() >= 2
            && ids.keySet().stream()
                .anyMatch(name -> shortened(name, plain) || misspelled(name, plain)));
  }

  private static boolean shortened(String name, String text) {
    int at = 0;
    for (int i = 0; i < name.length() && at < text.length(); i++) {
      at += name.charAt(i) == text.charAt(at) ? 1 : 0;
    }
    return at == text.length();
  }

  private static boolean misspelled(String name, String text) {
    if (name.length() != text.length() || name.length() < 3) {
      return false;
    }
    int others = 0;
    for (int i = 0; i < name.length(); i++) {
      others += name.charAt(i) == text.charAt(i) ? 0 : 1;
    }
    return others == 1;
  }

  /**
   * The id of the only place so called, in full or in short; null when there is none, or several.
   */
  public @Nullable String id(String text) {
    TreeSet<String> found = ids.get(text.strip());
    return found != null && found.size() == 1 ? found.first() : null;
  }

  /** The place whose name or id is nearest to a text, as {@code 名称（id）}; null when none is near. */
  public @Nullable String nearest(String text) {
    String name = Nearest.name(text.strip(), ids.keySet());
    if (name != null) {
      return name + "（" + String.join("、", ids.getOrDefault(name, new TreeSet<>())) + "）";
    }
    String id = Nearest.name(text.strip(), names.keySet());
    return id == null ? null : names.get(id) + "（" + id + "）";
  }
}
