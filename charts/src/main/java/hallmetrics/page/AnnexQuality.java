package hallmetrics.page;

import hallmetrics.edition.FateRow;
import hallmetrics.plot.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How whole the figures are: every record's fate, what is missing, what was restated. */
final class AnnexQuality {
  private static final List<String> FATES =
      List.of("ACCEPTED", "DUPLICATE", "SUPERSEDED", "REJECTED");

  private final Facts facts;
  private final Figures figures;

  AnnexQuality(Facts facts) {
    this.facts = facts;
    this.figures = new Figures(facts);
  }

  /** The tables that have something to say; the fates always. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>(List.of(fates()));
    for (Table table : List.of(rejected(), notReceived(), refused(), unknownCodes())) {
      if (!table.rows().isEmpty()) {
        tables.add(table);
      }
    }
    tables.addAll(new AnnexRestated(facts).tables());
    return tables;
  }

  private Table fates() {
    Map<String, Map<String, Long>> bySource = new TreeMap<>();
    for (FateRow row : facts.rows().fates()) {
      bySource
          .computeIfAbsent(row.source(), source -> new TreeMap<>())
          .merge(row.fate(), row.records(), Long::sum);
    }
    List<List<String>> rows = new ArrayList<>();
    bySource.forEach(
        (source, counts) -> {
          List<String> row = new ArrayList<>();
          row.add(facts.definitions().source(source));
          FATES.forEach(fate -> row.add(figures.count(counts.getOrDefault(fate, 0L))));
          row.add(figures.count(counts.values().stream().mapToLong(Long::longValue).sum()));
          rows.add(row);
        });
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.Column.text(Wording.of("column.source"), 3));
    FATES.forEach(fate -> columns.add(Table.Column.number(Wording.of("fate." + fate), 1)));
    columns.add(Table.Column.number(Wording.of("column.sum"), 1));
    return new Table(Wording.of("quality.fates"), columns, rows);
  }

  private Table rejected() {
    Map<List<String>, Long> counts =
        new TreeMap<>(Comparator.comparing((List<String> key) -> String.join("\n", key)));
    for (FateRow row : facts.rows().fates()) {
      if (row.fate().equals("REJECTED")) {
        String reason = Objects.requireNonNullElse(row.reason(), "");
        counts.merge(List.of(row.source(), row.table(), reason), row.records(), Long::sum);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (key, records) ->
            rows.add(
                List.of(
                    facts.definitions().source(key.get(0)),
                    facts.definitions().title(key.get(1)),
                    figures.reason(key.get(1), key.get(2)),
                    figures.count(records))));
    return new Table(
        Wording.of("quality.rejected"),
        List.of(
            text("column.source", 2),
            text("column.table", 2),
            text("column.reason", 3),
            Table.Column.number(Wording.of("column.records"), 1)),
        rows);
  }

  private Table notReceived() {
    List<List<String>> rows = new ArrayList<>();
    for (Gaps.NotReceived missing : facts.gaps().notReceived()) {
      rows.add(
          List.of(
              missing.name(),
              missing.source(),
              missing.since() == null ? Wording.of("none") : figures.day(missing.since())));
    }
    return new Table(
        Wording.of("quality.notReceived"),
        List.of(text("column.unit", 3), text("column.source", 3), text("column.since", 2)),
        rows);
  }

  private Table refused() {
    List<List<String>> rows = new ArrayList<>();
    for (Gaps.Refused file : facts.gaps().refused()) {
      rows.add(List.of(file.file(), file.source(), figures.reason("", file.reason())));
    }
    return new Table(
        Wording.of("quality.refused"),
        List.of(text("column.file", 2), text("column.source", 2), text("column.reason", 4)),
        rows);
  }

  private Table unknownCodes() {
    List<List<String>> rows = new ArrayList<>();
    for (Gaps.UnknownCode code : facts.gaps().unknownCodes()) {
      rows.add(
          List.of(
              facts.definitions().title(code.table()),
              code.kind(),
              code.code(),
              figures.count(code.records())));
    }
    return new Table(
        Wording.of("quality.unknown"),
        List.of(
            text("column.table", 3),
            text("column.kind", 1),
            text("column.unknown", 2),
            Table.Column.number(Wording.of("column.records"), 1)),
        rows);
  }

  private static Table.Column text(String key, double width) {
    return Table.Column.text(Wording.of(key), width);
  }
}
