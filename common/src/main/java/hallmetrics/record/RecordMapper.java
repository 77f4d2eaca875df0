package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.source.Bookkeeping;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.Identity;
import hallmetrics.value.Mask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps records of a source to canonical rows. Made once per part of a delivery, then one call a
 * record: plain columns first, then {@code sql} columns in the order written. Never throws because
 * of a record. One instance serves one thread.
 */
public final class RecordMapper {
  private final MappedColumns columns;
  private final RecordKeys keys;
  private final ExpressionEvaluator expressions;
  private final int width;
  private final int idAt;

  /**
   * A mapper for files with one header.
   *
   * @param header column names in order, as {@link Inspection#header}
   * @param expressions evaluates {@link #sqlFields}; {@link ExpressionEvaluator#NONE} without any
   */
  public RecordMapper(
      MapperSettings settings, List<String> header, ExpressionEvaluator expressions) {
    Identity identity = new Identity(settings.key());
    this.columns = new MappedColumns(settings, header, identity);
    this.keys = new RecordKeys(settings, header, columns, identity);
    this.expressions = expressions;
    this.width = settings.schema().fields().size();
    this.idAt = ownIdAt(settings);
  }

  /**
   * A mapper for the records of one delivery.
   *
   * @param header as found by {@link DeliveryOpener}
   * @param asOf the instant the delivery speaks for; no canonical value follows from it today
   */
  public static RecordMapper compile(
      MapperSettings settings, List<String> header, Instant asOf, ExpressionEvaluator sql) {
    return new RecordMapper(settings, header, sql);
  }

  /**
   * The key of the n-th of equal rows of one delivery, for a source with {@code without_id: keep};
   * it also stands in the column {@link #ownIdAt}, all else is the same.
   *
   * @param recordKey the key of the first
   * @param n from 2
   */
  public static String nth(String recordKey, int n) {
    return RecordKeys.nth(recordKey, n);
  }

  /** The {@code sql} columns of a source, in the order they are evaluated. */
  public static List<FieldMapping> sqlFields(SourceSpec source) {
    return source.fields().values().stream().filter(field -> field.sql() != null).toList();
  }

  /** The column {@code <table>_id}, made from the key when the source does not map it; or -1. */
  public static int ownIdAt(MapperSettings settings) {
    String name = settings.schema().name() + "_id";
    Field field = settings.schema().field(name);
    boolean made = field != null && !settings.source().fields().containsKey(name);
    return made ? settings.schema().fields().indexOf(field) : -1;
  }

  /** Maps one record. */
  public Mapped map(RawRecord raw) {
    if (raw.ragged()) {
      String counts = raw.width() + "/" + raw.cells().length;
      return new Mapped.Rejected(List.of(new Reason("", "wrong-column-count", counts)));
    }
    @Nullable Object[] row = new @Nullable Object[width + Bookkeeping.FIELDS.size()];
    List<Reason> reasons = new ArrayList<>(0);
    readPlain(raw.cells(), row, reasons);
    if (reasons.isEmpty()) {
      readSql(raw.cells(), row, reasons);
    }
    columns.requireAll(row, idAt, reasons);
    return reasons.isEmpty() ? accept(raw.cells(), row) : new Mapped.Rejected(List.copyOf(reasons));
  }

  private void readPlain(String[] cells, @Nullable Object[] row, List<Reason> reasons) {
    for (MappedColumns.Plain column : columns.plain()) {
      Object value = column.read(cells);
      if (value instanceof FieldFault fault) {
        reasons.add(new Reason(column.name(), fault.label(), Mask.of(cells[column.cell()])));
      } else {
        row[column.at()] = value == null ? column.otherwise() : value;
      }
    }
    for (MappedColumns.Constant constant : columns.constants()) {
      row[constant.at()] = constant.value();
    }
  }

  private void readSql(String[] cells, @Nullable Object[] row, List<Reason> reasons) {
    List<MappedColumns.Sql> all = columns.sql();
    for (int i = 0; i < all.size(); i++) {
      MappedColumns.Sql column = all.get(i);
      Object result;
      try {
        result = expressions.evaluate(i, cells, Arrays.copyOf(row, width));
      } catch (RuntimeException failsOnThisRecord) {
        reasons.add(new Reason(column.name(), FieldFault.EXPRESSION_FAILED.label(), ""));
        continue;
      }
      Object value = column.reader().take(result);
      if (value instanceof FieldFault fault) {
        reasons.add(new Reason(column.name(), fault.label(), Mask.of(String.valueOf(result))));
      } else {
        row[column.at()] = value == null ? column.otherwise() : value;
      }
    }
  }

  private Mapped accept(String[] cells, @Nullable Object[] row) {
    RecordKeys.Made made = keys.make(cells, row);
    if (made == null) {
      return new Mapped.Rejected(List.of(new Reason(keys.firstKey(), "missing", "")));
    }
    if (idAt >= 0) {
      row[idAt] = made.key();
    }
    return columns.accepted(row, made);
  }
}
