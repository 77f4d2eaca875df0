package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Table;

/** Names the snapshots an edition read, so that neither compaction nor expiry takes them. */
final class Tags {
  private Tags() {}

  /**
   * Tags every given table; may be repeated after a kill.
   *
   * @param keep how long the tag protects its snapshot
   * @throws HallException {@code edition-tagged}, exit 5, when the tag names another snapshot
   */
  static void put(StoreCatalog catalog, String tag, Map<String, Long> snapshots, Duration keep) {
    for (Map.Entry<String, Long> entry : new TreeMap<>(snapshots).entrySet()) {
      Table table = catalog.table(entry.getKey());
      Long held = StoreCatalog.reference(table, tag);
      if (held == null) {
        StoreFaults.guard(
            catalog.location(),
            () -> {
              table
                  .manageSnapshots()
                  .createTag(tag, entry.getValue())
                  .setMaxRefAgeMs(tag, keep.toMillis())
                  .commit();
              return table;
            });
        Failpoint.hit("commit");
      } else if (!held.equals(entry.getValue())) {
        throw HallException.of("edition-tagged", ExitStatus.OURS, "版次标签 " + tag + " 已指向别的数据")
            .english("tag " + tag + " of " + entry.getKey() + " names another snapshot")
            .where(entry.getKey())
            .next("版次号不可重复使用；请发布下一版。")
            .build();
      }
    }
  }
}
