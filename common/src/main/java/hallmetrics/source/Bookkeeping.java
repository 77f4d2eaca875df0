package hallmetrics.source;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns every ledger table has beside its own, as far as a source may map them. */
public final class Bookkeeping {
  /** The record's number in its source. */
  public static final String RECORD_ID = "source_record_id";

  /** When the source last changed the record: orders versions. */
  public static final String OPERATE_TS = "operate_ts";

  /** Whether the source says the record is deleted. */
  public static final String IS_DELETED = "is_deleted";

  /** All of them, in the ledger's order. */
  public static final List<Field> FIELDS =
      List.of(
          field(RECORD_ID, "来源记录编号", FieldType.STRING),
          field(OPERATE_TS, "更新时间", FieldType.TIMESTAMP),
          field(IS_DELETED, "是否删除", FieldType.BOOL));

  private Bookkeeping() {}

  /** The bookkeeping column of a name, or null. */
  public static @Nullable Field field(String name) {
    return FIELDS.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
  }

  private static Field field(String name, String title, FieldType type) {
    return new Field(name, title, type, false, Map.of(), null, 0);
  }
}
