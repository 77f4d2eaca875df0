package hallmetrics.check;

import hallmetrics.record.Mapped;
import hallmetrics.region.PlaceNames;
import hallmetrics.region.Registers;
import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.value.Mask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds, in one place column, the values no register knows on the day of their event. */
final class PlaceCheck {
  private static final int SHOWN = 5;
  private static final int MOST_DISTINCT = 5000;

  private final Registers registers;
  private final PlaceNames names;
  private final String scope;
  private final Field field;
  private final int at;

  /** Where the office stands whose region a record without one has; -1 where none is asked. */
  private final int orgAt;

  private final LocalDate last;
  private final Map<String, Long> unknown = new HashMap<>();
  private long records;
  private long unknownRecords;
  private long without;

  private PlaceCheck(
      Registers registers,
      PlaceNames names,
      String scope,
      Field field,
      int at,
      int orgAt,
      LocalDate last) {
    this.registers = registers;
    this.names = names;
    this.scope = scope;
    this.field = field;
    this.at = at;
    this.orgAt = orgAt;
    this.last = last;
  }

  /** A check of each place column of a table; the period is the one events may lie in. */
  static List<PlaceCheck> of(
      Registers registers, TableSchema schema, LocalDate first, LocalDate last) {
    List<PlaceCheck> checks = new ArrayList<>();
    schema
        .place()
        .byScope()
        .forEach(
            (scope, column) -> {
              Field field = schema.field(column);
              if (field != null && !scope.equals("ITEM")) {
                PlaceNames names = PlaceNames.of(registers, scope, first, last);
                int at = schema.fields().indexOf(field);
                int orgAt = scope.equals("REGION") ? orgAt(schema) : -1;
                checks.add(new PlaceCheck(registers, names, scope, field, at, orgAt, last));
              }
            });
    return checks;
  }

  private static int orgAt(TableSchema schema) {
    Field org = schema.place().org() == null ? null : schema.field(schema.place().org());
    return schema.place().regionOfOrg() && org != null ? schema.fields().indexOf(org) : -1;
  }

  /** Asks as the counting of a night does. */
  void add(Mapped mapped) {
    if (!(mapped instanceof Mapped.Accepted accepted)) {
      return;
    }
    if (accepted.values()[at] instanceof String value) {
      records++;
      if (resolve(value, accepted.eventDate()) == null) {
        unknownRecords++;
        if (unknown.containsKey(value) || unknown.size() < MOST_DISTINCT) {
          unknown.merge(value, 1L, Long::sum);
        }
      }
    } else if (!byOffice(accepted)) {
      without++;
    }
  }

  private boolean byOffice(Mapped.Accepted accepted) {
    return orgAt >= 0
        && accepted.values()[orgAt] instanceof String org
        && registers.regionOfOrg(org, accepted.eventDate()) != null;
  }

  private @Nullable String resolve(String value, LocalDate day) {
    return switch (scope) {
      case "REGION" -> registers.resolveRegion(value, day);
      case "ORG" -> registers.resolveOrg(value, day);
      case "HALL" -> registers.resolveHall(value, day);
      default -> registers.resolveWindow(value, day);
    };
  }

  PlaceFinding finding() {
    List<PlaceFinding.Value> commonest =
        unknown.entrySet().stream()
            .sorted(
                Comparator.comparingLong((Map.Entry<String, Long> one) -> -one.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(SHOWN)
            .map(one -> value(one.getKey(), one.getValue()))
            .toList();
    return new PlaceFinding(
        field.title(),
        field.name(),
        "registers/" + scope.toLowerCase(java.util.Locale.ROOT) + ".csv",
        names.isEmpty(),
        records,
        unknownRecords,
        without,
        scope.equals("REGION"),
        commonest);
  }

  private PlaceFinding.Value value(String value, long count) {
    return new PlaceFinding.Value(shown(value), count, hint(value));
  }

  private String hint(String value) {
    String id = names.id(value);
    if (id != null) {
      return meant(value, id);
    }
    if (names.knows(value)) {
      return "名册里有几个同名，分不清";
    }
    if (!registers.name(scope, value, last).equals(value)) {
      return "名册里有，但事件当天不在有效期内";
    }
    String near = names.nearest(value);
    return near == null ? "" : "最接近 " + near;
  }

  /** Why a name of one place does not do. */
  private String meant(String value, String id) {
    if (scope.equals("WINDOW")) {
      return "名册里的 " + id + "；窗口只认编号";
    }
    String name = registers.name(scope, id, last);
    return name.equals(value.strip())
        ? "名册里的 " + id + "，但事件当天不认这个名称"
        : "像是 " + name + "（" + id + "）的简称；只认全称或代码";
  }

  /** Only what the register says itself stands in full: a person may be called 张国旗. */
  private String shown(String value) {
    boolean known = names.resembles(value) || !registers.name(scope, value, last).equals(value);
    return known ? value : Mask.place(value);
  }
}
