package hallmetrics.daily;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Of rows sorted by key, the newest version first, the first row of each key, where it counts. The
 * row handed out is good until the next is asked for.
 */
final class NewestFirst implements Iterator<InternalRow> {
  private final Iterator<InternalRow> versions;
  private final int keyColumn;
  private @Nullable UTF8String key;
  private @Nullable InternalRow next;

  /**
   * A pass over versions.
   *
   * @param keyColumn the key; in the column after it stands whether the version counts
   */
  NewestFirst(Iterator<InternalRow> versions, int keyColumn) {
    this.versions = versions;
    this.keyColumn = keyColumn;
  }

  @Override
  public boolean hasNext() {
    while (next == null && versions.hasNext()) {
      InternalRow row = versions.next();
      UTF8String its = row.getUTF8String(keyColumn);
      if (!its.equals(key)) {
        key = its.copy();
        next = row.getBoolean(keyColumn + 1) ? row : null;
      }
    }
    return next != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InternalRow row = next;
    next = null;
    if (row == null) {
      throw new NoSuchElementException();
    }
    return row;
  }
}
