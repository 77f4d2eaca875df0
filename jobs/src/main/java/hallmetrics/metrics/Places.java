package hallmetrics.metrics;

import hallmetrics.region.Registers;
import hallmetrics.schema.Place;
import hallmetrics.sql.PlaceFunctions;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places figures are made for: which are valid in a period, what they are called. */
final class Places {
  /** Scope of the whole city; its id is empty. */
  static final String ALL = "ALL";

  /** Id of what no register knows. */
  static final String NONE = PlaceFunctions.NONE;

  static final String REGION = "REGION";

  private final Registers registers;

  /** Every region anything was counted at. */
  private final Collection<String> counted;

  private final Map<LocalDate, Map<String, List<String>>> parts = new HashMap<>();

  Places(Registers registers, Collection<String> counted) {
    this.registers = registers;
    this.counted = counted;
  }

  /** What a figure of a place is summed from: of a region its parts on a day, else itself. */
  List<String> parts(String scope, String id, LocalDate day) {
    if (!scope.equals(REGION)) {
      return List.of(id);
    }
    return parts.computeIfAbsent(day, this::tree).getOrDefault(id, List.of());
  }

  private Map<String, List<String>> tree(LocalDate day) {
    Map<String, List<String>> tree = new HashMap<>();
    for (String leaf : counted) {
      for (String part : PlaceFunctions.path(registers, leaf, day)) {
        tree.computeIfAbsent(part, region -> new ArrayList<>()).add(leaf);
      }
    }
    return tree;
  }

  /** Ids that have an unsplit row in a period whatever was counted. */
  Set<String> valid(String scope, Period period) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    Set<String> ids = new LinkedHashSet<>();
    switch (scope) {
      case ALL -> ids.add("");
      case REGION -> registers.regions(first, last).forEach(one -> ids.add(one.id()));
      case "ORG" -> registers.orgs(first, last).forEach(one -> ids.add(one.id()));
      case "HALL" -> registers.halls(first, last).forEach(one -> ids.add(one.id()));
      default -> {
        // Windows and items have a row only where something was counted.
      }
    }
    return ids;
  }

  /** What a reader calls a place on a day. */
  String name(String scope, String id, LocalDate day) {
    if (scope.equals(ALL)) {
      return "全市";
    }
    return id.equals(NONE) ? "未归属" : registers.name(scope, id, day);
  }

  /** The scopes a table's rows are counted in, in the order of the contract. */
  static List<String> scopes(Place place) {
    List<String> scopes = new ArrayList<>(List.of(ALL));
    if (place.region() != null || place.regionOfOrg()) {
      scopes.add(REGION);
    }
    if (place.org() != null) {
      scopes.add("ORG");
    }
    if (place.hall() != null) {
      scopes.add("HALL");
    }
    if (place.window() != null) {
      scopes.add("WINDOW");
    }
    if (place.item() != null) {
      scopes.add("ITEM");
    }
    return scopes;
  }

  /** The scope whose values a table of scores states: the narrowest it names. */
  static String stated(Place place) {
    if (place.window() != null) {
      return "WINDOW";
    }
    if (place.hall() != null) {
      return "HALL";
    }
    if (place.org() != null) {
      return "ORG";
    }
    return place.region() == null ? ALL : REGION;
  }
}
