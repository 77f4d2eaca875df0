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
  private static final String PLACE_ENDINGS = "区县市州旗镇乡局委办厅站所院部心道";

  private final Registers registers;
  private final PlaceNames names;
  private final String scope;
  private final Field field;
  private final int at;
  private final LocalDate last;
  private final Map<String, Long> unknown = new HashMap<>();
  private long records;
  private long unknownRecords;

  private PlaceCheck(
      Registers registers, PlaceNames names, String scope, Field field, int at, LocalDate last) {
    this.registers = registers;
    this.names = names;
    this.scope = scope;
    this.field = field;
    this.at = at;
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
                checks.add(new PlaceCheck(registers, names, scope, field, at, last));
              }
            });
    return checks;
  }

  void add(Mapped mapped) {
    if (mapped instanceof Mapped.Accepted accepted
        && accepted.values()[at] instanceof String value) {
      records++;
      if (resolve(value, accepted.eventDate()) == null) {
        unknownRecords++;
        if (unknown.containsKey(value) || unknown.size() < MOST_DISTINCT) {
          unknown.merge(value, 1L, Long::sum);
        }
      }
    }
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
        commonest);
  }

  private PlaceFinding.Value value(String value, long count) {
    String id = names.id(value);
    return new PlaceFinding.Value(shown(value), count, hint(value, id), id);
  }

  private String hint(String value, @Nullable String id) {
    if (id != null) {
      return "名册里的 " + id;
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

  /** A place as it stands; what may be a person's name or number masked. */
  private String shown(String value) {
    boolean place =
        value.length() >= 3
            && PLACE_ENDINGS.indexOf(value.charAt(value.length() - 1)) >= 0
            && value.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
    return place || names.knows(value) ? value : Mask.of(value);
  }
}
