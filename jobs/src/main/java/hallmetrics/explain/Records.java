package hallmetrics.explain;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.LatestVersions;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import hallmetrics.metrics.FigureRows;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import hallmetrics.value.Mask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Turns counted rows into records with their file, line and fate, one at a time. */
final class Records {
  private final View view;
  private final Catalogue catalogue;
  private final Map<String, String> files = new HashMap<>();

  Records(View view, Catalogue catalogue) {
    this.view = view;
    this.catalogue = catalogue;
    for (DeliveryRecord delivery : view.deliveryRecords()) {
      files.put(delivery.sha256(), delivery.name());
    }
  }

  /** The records of a side by day, source, file and line; streamed, never held together. */
  Iterator<RecordRow> of(FigureRows.Side side, int most) {
    Dataset<Row> narrow = narrow(side);
    Dataset<Row> sorted = narrow.sort("counted_on", "file_order", "line", "number");
    Iterator<Row> rows =
        fated(side, most < 0 ? sorted : sorted.limit(most))
            .sort("counted_on", "file_order", "line", "number")
            .toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public RecordRow next() {
        return record(side, rows.next());
      }
    };
  }

  /** The records of several sides, one side after another; streamed. */
  Iterator<RecordRow> all(List<FigureRows.Side> sides) {
    Iterator<FigureRows.Side> next = sides.iterator();
    return new Iterator<>() {
      private Iterator<RecordRow> rows = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!rows.hasNext() && next.hasNext()) {
          rows = of(next.next(), -1);
        }
        return rows.hasNext();
      }

      @Override
      public RecordRow next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return rows.next();
      }
    };
  }

  private Dataset<Row> narrow(FigureRows.Side side) {
    TableSchema base = Objects.requireNonNull(catalogue.baseOf(side.table()));
    List<Column> columns = new ArrayList<>();
    columns.add(number(base, "").as("number"));
    columns.add(functions.col(FigureRows.COUNTED_ON).cast("string").as("counted_on"));
    columns.add(functions.col(LedgerColumns.EVENT_DATE).cast("string").as("event_day"));
    columns.add(functions.col(FigureRows.ADDS).cast("double").as("adds"));
    columns.add(functions.col(LedgerColumns.SOURCE));
    columns.add(functions.col(LedgerColumns.DELIVERY));
    columns.add(functions.col(LedgerColumns.LINE));
    columns.add(functions.col(LedgerColumns.DELIVERY_AS_OF));
    columns.add(functions.col(LedgerColumns.DELIVERY_SEQ).as("file_order"));
    columns.add(functions.col(LedgerColumns.RECORD_KEY));
    columns.add(functions.col(LedgerColumns.RECORD_HASH));
    columns.add(LatestVersions.order().as("version"));
    Derived derived = catalogue.derived().get(side.table());
    String join = derived == null ? null : derived.join();
    if (join == null) {
      columns.add(functions.lit(null).cast("string").as("linked_number"));
      columns.add(functions.lit(null).cast("string").as("linked_delivery"));
      columns.add(functions.lit(null).cast("bigint").as("linked_line"));
    } else {
      TableSchema other = catalogue.existingTable(join);
      columns.add(number(other, "j.").as("linked_number"));
      columns.add(functions.col("j." + LedgerColumns.DELIVERY).as("linked_delivery"));
      columns.add(functions.col("j." + LedgerColumns.LINE).as("linked_line"));
    }
    return side.rows().select(columns.toArray(Column[]::new));
  }

  /**
   * The number a record is known by: its key's first column, the sender's number, or the hash of
   * its key. A person's key is never a number to be shown.
   */
  private static Column number(TableSchema table, String prefix) {
    List<Column> candidates = new ArrayList<>();
    List<String> names = new ArrayList<>();
    names.addAll(table.key().subList(0, Math.min(1, table.key().size())));
    names.add(LedgerColumns.SOURCE_RECORD_ID);
    names.addAll(table.keyElse().subList(0, Math.min(1, table.keyElse().size())));
    names.removeIf(name -> isPerson(table, name));
    names.add(LedgerColumns.RECORD_KEY);
    names.forEach(name -> candidates.add(functions.col(prefix + name).cast("string")));
    return functions.coalesce(candidates.toArray(Column[]::new));
  }

  private static boolean isPerson(TableSchema table, String column) {
    Field field = table.field(column);
    return field != null && field.type() == FieldType.KEY;
  }

  /** With the first version that had the same content: a later one was counted as DUPLICATE. */
  private Dataset<Row> fated(FigureRows.Side side, Dataset<Row> rows) {
    TableSchema base = Objects.requireNonNull(catalogue.baseOf(side.table()));
    Dataset<Row> first =
        view.rows(base.name())
            .where(functions.not(functions.col(LedgerColumns.IS_TOMBSTONE)))
            .groupBy(
                functions.col(LedgerColumns.RECORD_KEY).as("held_key"),
                functions.col(LedgerColumns.RECORD_HASH).as("held_hash"))
            .agg(functions.min(LatestVersions.order()).as("first_version"));
    Column same =
        functions
            .col(LedgerColumns.RECORD_KEY)
            .equalTo(functions.col("held_key"))
            .and(functions.col(LedgerColumns.RECORD_HASH).equalTo(functions.col("held_hash")));
    return rows.join(first, same, "left")
        .withColumn(
            "fate",
            functions
                .when(functions.col("first_version").lt(functions.col("version")), "DUPLICATE")
                .otherwise("ACCEPTED"));
  }

  private RecordRow record(FigureRows.Side side, Row row) {
    String delivery = text(row, "delivery");
    String linked = row.getAs("linked_delivery");
    String linkedNumber = row.getAs("linked_number");
    return new RecordRow(
        side.numerator() ? "NUMERATOR" : "DENOMINATOR",
        side.metric().version(),
        side.table(),
        Mask.recordNumber(text(row, "number")),
        text(row, "counted_on"),
        text(row, "event_day"),
        row.getAs("adds"),
        text(row, "source"),
        delivery,
        files.getOrDefault(delivery, ""),
        row.<Long>getAs("line"),
        row.getAs(LedgerColumns.DELIVERY_AS_OF),
        text(row, "fate"),
        linkedNumber == null ? null : Mask.recordNumber(linkedNumber),
        file(linked),
        row.getAs("linked_line"));
  }

  private @Nullable String file(@Nullable String delivery) {
    return delivery == null ? null : files.getOrDefault(delivery, "");
  }

  private static String text(Row row, String column) {
    return String.valueOf(row.<Object>getAs(column));
  }
}
