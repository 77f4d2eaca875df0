package hallmetrics.ledger;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Table;

/** Names the snapshots an edition read, so that neither compaction nor expiry takes them. */
final class Tags {
  private Tags() {}

  /** The snapshot of each table that bears a tag, by full name. */
  static Map<String, Long> of(StoreCatalog catalog, String tag) {
    Map<String, Long> tagged = new TreeMap<>();
    for (String name : catalog.names()) {
      Long snapshot = StoreCatalog.reference(catalog.table(name), tag);
      if (snapshot != null) {
        tagged.put(name, snapshot);
      }
    }
    return tagged;
  }

  /**
   * Tags every given table before its edition appears, so that none stands without; may be repeated
   * after a kill. A tag an edition that never appeared left behind is moved.
   *
   * @param keep how long the tag protects its snapshot
   */
  static void put(StoreCatalog catalog, String tag, Map<String, Long> snapshots, Duration keep) {
    for (Map.Entry<String, Long> entry : new TreeMap<>(snapshots).entrySet()) {
      Table table = catalog.table(entry.getKey());
      Long held = StoreCatalog.reference(table, tag);
      if (!entry.getValue().equals(held)) {
        StoreFaults.guard(
            catalog.location(),
            () -> {
              ManageSnapshots refs = table.manageSnapshots();
              (held == null
                      ? refs.createTag(tag, entry.getValue())
                      : refs.replaceTag(tag, entry.getValue()))
                  .setMaxRefAgeMs(tag, keep.toMillis())
                  .commit();
              return table;
            });
        Failpoint.hit("commit");
      }
    }
  }
}
