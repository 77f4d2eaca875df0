package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.schema.TableSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;

/** Creates the store's tables and adds the columns a catalogue has gained. */
final class Tables {
  /** Settings every table needs; each of them answers a proven trap. */
  static final Map<String, String> PROPERTIES =
      Map.of(
          "format-version", "2",
          "commit.retry.num-retries", "50",
          "commit.manifest.min-count-to-merge", "20",
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "10",
          "write.distribution-mode", "none",
          "write.parquet.compression-codec", "zstd");

  /**
   * Of the counts, whose files are sorted by measure and day: a reader that wants one measure
   * passes over the row groups of all others. {@link CountFile} ends its row groups by itself; this
   * is for whoever writes the files anew.
   */
  private static final Map<String, String> FINE =
      Map.of(
          "write.parquet.row-group-size-bytes",
          Integer.toString(256 * 1024),
          // a piece of a file counts for its bytes: else every four row groups became a task
          "read.split.open-file-cost",
          Integer.toString(64 * 1024));

  /**
   * Of ledgers: columns of which nearly every row says something else. A dictionary of them was
   * made and thrown away for each file.
   */
  private static final Map<String, String> PLAIN =
      Stream.of(
              LedgerColumns.SOURCE_RECORD_ID,
              LedgerColumns.RECORD_KEY,
              LedgerColumns.LINE,
              LedgerColumns.RECORD_HASH)
          .collect(
              Collectors.toMap(
                  column -> "write.parquet.dict-encoding-enabled.column." + column,
                  column -> "false"));

  private final StoreCatalog catalog;

  Tables(StoreCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Makes every control table and every given ledger table, or adds their new columns. A column the
   * catalogue no longer has stays in its table.
   *
   * @throws HallException {@code table-type-changed}, exit 2, when a column changed to another type
   */
  void ensure(Collection<TableSchema> ledger) {
    Set<String> existing = new TreeSet<>(catalog.names());
    Schemas.control().forEach((name, schema) -> ensure(name, schema, existing));
    for (TableSchema table : ledger) {
      ensure(Schemas.ledgerName(table.name()), Schemas.ledger(table), existing);
    }
  }

  private void ensure(String name, Schema wanted, Set<String> existing) {
    if (existing.contains(name)) {
      evolve(name, catalog.table(name), wanted);
    } else {
      create(name, wanted);
    }
  }

  private void create(String name, Schema schema) {
    Catalog.TableBuilder builder =
        catalog
            .catalog()
            .buildTable(StoreCatalog.identifier(name), schema)
            .withProperties(PROPERTIES)
            .withProperties(name.equals(Schemas.DAILY) ? FINE : Map.of())
            .withProperties(name.startsWith("ledger.") ? PLAIN : Map.of())
            .withPartitionSpec(spec(name, schema))
            .withSortOrder(order(name, schema));
    Transaction transaction = builder.createTransaction();
    // an empty first snapshot, so that main exists and a branch has an ancestor
    transaction.newAppend().commit();
    transaction.commitTransaction();
    Failpoint.hit("commit");
  }

  private static PartitionSpec spec(String name, Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    if (name.equals(Schemas.DAILY)) {
      spec.identity("table").identity("origin");
    } else if (name.startsWith("ledger.")) {
      spec.identity(LedgerColumns.ORIGIN);
    }
    return spec.build();
  }

  private static SortOrder order(String name, Schema schema) {
    SortOrder.Builder order = SortOrder.builderFor(schema);
    if (name.equals(Schemas.DAILY)) {
      order.asc("measure").asc("day").asc("scope").asc("scope_id");
    } else if (name.startsWith("ledger.")) {
      order.asc(LedgerColumns.EVENT_DATE).asc(LedgerColumns.RECORD_KEY);
    }
    return order.build();
  }

  private static void evolve(String name, Table table, Schema wanted) {
    Map<String, Type> held = new LinkedHashMap<>();
    table.schema().columns().forEach(column -> held.put(column.name(), column.type()));
    UpdateSchema update = table.updateSchema();
    boolean changed = false;
    String before = null;
    for (Types.NestedField column : wanted.columns()) {
      Type now = held.get(column.name());
      if (now == null) {
        update.addColumn(column.name(), fresh(column.type()));
        if (before == null) {
          update.moveFirst(column.name());
        } else {
          update.moveAfter(column.name(), before);
        }
        changed = true;
      } else if (!alike(now, column.type())) {
        if (!column.type().isPrimitiveType()
            || !TypeUtil.isPromotionAllowed(now, column.type().asPrimitiveType())) {
          throw changed(name, column, now);
        }
        update.updateColumn(column.name(), column.type().asPrimitiveType());
        changed = true;
      }
      before = column.name();
    }
    if (changed) {
      update.commit();
      Failpoint.hit("commit");
    }
  }

  private static boolean alike(Type held, Type wanted) {
    return held.isPrimitiveType() ? held.equals(wanted) : held.typeId() == wanted.typeId();
  }

  private static Type fresh(Type type) {
    return type.isListType() ? Types.ListType.ofOptional(1, Types.StringType.get()) : type;
  }

  private static HallException changed(String name, Types.NestedField column, Type held) {
    return HallException.of(
            "table-type-changed", ExitStatus.USAGE, "列 " + column.name() + " 的类型变了，台账里已有数据")
        .english("column " + column.name() + " is " + held + " in the store, not " + column.type())
        .where(name)
        .next("保留原类型，另起新列名（目录 catalogue 里改名）。")
        .build();
  }

  /** Columns of a table in order. */
  static List<String> columns(Table table) {
    return table.schema().columns().stream().map(Types.NestedField::name).toList();
  }
}
