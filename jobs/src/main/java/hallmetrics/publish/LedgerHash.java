package hallmetrics.publish;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A hash of what each ledger table holds, whatever the order and files: rows counted, and the
 * exclusive-or of a hash of each key, content and origin.
 */
final class LedgerHash {
  private LedgerHash() {}

  /** Whether a hash is of a table without rows. */
  static boolean empty(String hash) {
    return hash.startsWith("0-");
  }

  static Map<String, String> of(View view, Set<String> tables) {
    Dataset<Row> all = null;
    for (String table : tables) {
      Dataset<Row> one =
          view.rows(table)
              .agg(
                  functions.count(functions.lit(1)).as("rows"),
                  functions
                      .expr(
                          "bit_xor(xxhash64("
                              + LedgerColumns.RECORD_KEY
                              + ", "
                              + LedgerColumns.RECORD_HASH
                              + ", "
                              + LedgerColumns.ORIGIN
                              + ", "
                              + LedgerColumns.DELIVERY
                              + "))")
                      .as("hash"))
              .select(
                  functions.lit(table).as("name"), functions.col("rows"), functions.col("hash"));
      all = all == null ? one : all.union(one);
    }
    Map<String, String> hashes = new TreeMap<>();
    if (all != null) {
      for (Row row : all.collectAsList()) {
        long hash = row.isNullAt(2) ? 0 : row.getLong(2);
        hashes.put(row.getString(0), String.format(Locale.ROOT, "%d-%016x", row.getLong(1), hash));
      }
    }
    return hashes;
  }
}
