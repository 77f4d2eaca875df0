package hallmetrics.ledger;

import hallmetrics.schema.TableSchema;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.types.StructType;

/** The Spark schemas of what the store takes and gives. */
public final class LedgerSchema {
  private LedgerSchema() {}

  /** Canonical columns in YAML order, then {@link LedgerColumns#ALL}. */
  public static StructType of(TableSchema table) {
    return SparkSchemaUtil.convert(Schemas.ledger(table));
  }

  /** Columns of {@code night.daily}. */
  public static StructType daily() {
    return control(Schemas.DAILY);
  }

  /** Columns of {@code night.quarantine}. */
  public static StructType quarantine() {
    return control(Schemas.QUARANTINE);
  }

  static StructType control(String name) {
    return SparkSchemaUtil.convert(Schemas.control().get(name));
  }
}
