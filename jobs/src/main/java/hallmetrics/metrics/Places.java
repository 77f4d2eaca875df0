package hallmetrics.metrics;

import hallmetrics.region.Registers;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
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
  static final String NONE = "(none)";

  /** Scopes in the order of the contract. */
  static final List<String> SCOPES = List.of(ALL, "REGION", "ORG", "HALL", "WINDOW", "ITEM");

  private final Registers registers;
  private final LocalDate asOf;
  private final Map<String, List<String>> upwards = new HashMap<>();

  Places(Registers registers, LocalDate asOf) {
    this.registers = registers;
    this.asOf = asOf;
  }

  /** A place and, of a region, all it is part of. */
  List<String> upwards(String scope, String id) {
    if (!scope.equals("REGION") || id.equals(NONE)) {
      return List.of(id);
    }
    return upwards.computeIfAbsent(
        id,
        region -> {
          List<String> path = registers.upwards(region, asOf);
          return path.isEmpty() ? List.of(region) : path;
        });
  }

  /** Ids that have an unsplit row in a period whatever was counted. */
  Set<String> valid(String scope, Period period) {
    Set<String> ids = new LinkedHashSet<>();
    switch (scope) {
      case ALL -> ids.add("");
      case "REGION" ->
          registers.regions(period.first(), period.last()).forEach(one -> ids.add(one.id()));
      case "ORG" -> registers.orgs(period.first(), period.last()).forEach(one -> ids.add(one.id()));
      case "HALL" ->
          registers.halls(period.first(), period.last()).forEach(one -> ids.add(one.id()));
      default -> {
        // Windows and items have a row only where something was counted.
      }
    }
    return ids;
  }

  String name(String scope, String id, LocalDate day) {
    if (scope.equals(ALL)) {
      return "全市";
    }
    return id.equals(NONE) ? "未归属" : registers.name(scope, id, day);
  }

  /** The scopes a table's rows are counted in. */
  static List<String> scopes(hallmetrics.schema.Place place) {
    List<String> scopes = new ArrayList<>(List.of(ALL));
    if (place.region() != null || place.regionOfOrg()) {
      scopes.add("REGION");
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
}
