package hallmetrics.catalogue;

import hallmetrics.schema.Computed;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a table must keep. */
final class TableLaws {
  private final Catalogue catalogue;
  private final Laws laws;

  TableLaws(Catalogue catalogue, Laws laws) {
    this.catalogue = catalogue;
    this.laws = laws;
  }

  void check() {
    for (TableSchema table : catalogue.tables().values()) {
      names(table);
      codes(table);
      keys(table);
      eventDate(table);
      Columns columns = Columns.of(catalogue, table.name());
      place(table.file(), table.line(), table.place(), columns.names(), laws);
      splits(table.file(), table.line(), table.splits(), columns.names(), laws);
    }
  }

  /** A column is named once and takes no bookkeeping name. */
  private void names(TableSchema table) {
    Set<String> seen = new LinkedHashSet<>();
    for (Field field : table.fields()) {
      name(table, field.name(), field.line(), seen);
    }
    for (Computed computed : table.computed()) {
      name(table, computed.name(), computed.line(), seen);
    }
  }

  private void name(TableSchema table, String name, int line, Set<String> seen) {
    if (Reserved.COLUMNS.contains(name)) {
      laws.broken(table.file(), line, "列名 '" + name + "' 由系统保留 (reserved for bookkeeping)");
    } else if (!seen.add(name)) {
      laws.broken(table.file(), line, "列 '" + name + "' 重复 (column declared twice)");
    }
  }

  /** A CODE has its list; a default is one of the list. */
  private void codes(TableSchema table) {
    for (Field field : table.fields()) {
      Set<String> codes = field.values().keySet();
      if (field.type() == FieldType.CODE && codes.isEmpty()) {
        laws.broken(
            table.file(), field.line(), "code 列 '" + field.name() + "' 缺少 values (no code list)");
      }
      String otherwise = field.otherwise();
      if (otherwise != null && !codes.isEmpty() && !codes.contains(otherwise)) {
        laws.broken(
            table.file(),
            field.line(),
            "'" + field.name() + "' 的 default '" + otherwise + "' 不在 values 中 (not a code)");
      }
    }
  }

  /** Key columns exist. */
  private void keys(TableSchema table) {
    Set<String> known = new LinkedHashSet<>();
    known.add("source_record_id");
    table.fields().forEach(field -> known.add(field.name()));
    Stream.concat(table.key().stream(), table.keyElse().stream())
        .forEach(column -> laws.unknown(table.file(), table.line(), "主键列", column, known));
  }

  /** The event date is a required timestamp or date column. */
  private void eventDate(TableSchema table) {
    Field field = table.field(table.eventDate());
    if (field == null) {
      List<String> known = table.fields().stream().map(Field::name).toList();
      laws.unknown(table.file(), table.line(), "事件日期列", table.eventDate(), known);
    } else if (field.type() != FieldType.TIMESTAMP && field.type() != FieldType.DATE) {
      laws.broken(
          table.file(),
          field.line(),
          "事件日期列 '" + field.name() + "' 应为 timestamp 或 date (event date must be a time)");
    } else if (!field.required()) {
      laws.broken(
          table.file(),
          field.line(),
          "事件日期列 '" + field.name() + "' 须 required: true (event date is required)");
    }
  }

  /** Place columns exist. */
  static void place(String file, int line, Place place, Set<String> columns, Laws laws) {
    Stream.of(place.region(), place.org(), place.hall(), place.window(), place.item())
        .filter(column -> column != null)
        .forEach(column -> laws.unknown(file, line, "地点列", column, columns));
    if (place.regionOfOrg() && place.org() == null) {
      laws.broken(file, line, "region_else: org 需要 place.org (needs an org column)");
    }
  }

  /** Splits name columns and do not take a split name of ours. */
  static void splits(
      String file, int line, Map<String, String> splits, Set<String> columns, Laws laws) {
    splits.forEach(
        (name, column) -> {
          laws.unknown(file, line, "维度列", column, columns);
          if (Reserved.SPLITS.contains(name)) {
            laws.broken(file, line, "维度名 '" + name + "' 由系统保留 (reserved split name)");
          }
        });
  }
}
