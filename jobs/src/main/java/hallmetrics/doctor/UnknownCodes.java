package hallmetrics.doctor;

import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import hallmetrics.settings.Site;
import hallmetrics.value.Mask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Codes of places in the ledger that no register knows on the day of their record. */
final class UnknownCodes {
  private interface Register {
    @Nullable String resolve(String code, LocalDate day);
  }

  private static final class Seen {
    private long rows;
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    void add(LocalDate day, long more) {
      rows += more;
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
    }
  }

  private final View view;
  private final Site site;

  UnknownCodes(View view, Site site) {
    this.view = view;
    this.site = site;
  }

  /** A line a code: table, kind, code (masked), records, first and last day. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Registers registers = site.registers();
    for (TableSchema table : site.catalogue().tables().values()) {
      Place place = table.place();
      Dataset<Row> rows = CountedRows.computed(view.latest(table.name()), table);
      lines.addAll(unknown(table, rows, "区划", place.region(), registers::resolveRegion));
      lines.addAll(unknown(table, rows, "部门", place.org(), registers::resolveOrg));
      lines.addAll(unknown(table, rows, "大厅", place.hall(), registers::resolveHall));
      lines.addAll(unknown(table, rows, "窗口", place.window(), registers::resolveWindow));
    }
    return lines;
  }

  private static List<String> unknown(
      TableSchema table, Dataset<Row> rows, String kind, @Nullable String column, Register known) {
    if (column == null) {
      return List.of();
    }
    Map<String, Seen> unknown = new TreeMap<>();
    Iterator<Row> codes =
        rows.select(
                functions.expr("(" + column + ")").cast("string").as("code"),
                functions.col(LedgerColumns.EVENT_DATE))
            .where("code is not null")
            .groupBy("code", LedgerColumns.EVENT_DATE)
            .count()
            .toLocalIterator();
    while (codes.hasNext()) {
      Row row = codes.next();
      LocalDate day = row.getLocalDate(1);
      if (known.resolve(row.getString(0), day) == null) {
        unknown.computeIfAbsent(row.getString(0), code -> new Seen()).add(day, row.getLong(2));
      }
    }
    Map<String, String> lines = new LinkedHashMap<>();
    unknown.forEach(
        (code, seen) ->
            lines.put(
                code,
                table.title()
                    + "的"
                    + kind
                    + " "
                    + Mask.of(code)
                    + "："
                    + seen.rows
                    + " 条，"
                    + seen.first
                    + " 至 "
                    + seen.last));
    return new ArrayList<>(lines.values());
  }
}
