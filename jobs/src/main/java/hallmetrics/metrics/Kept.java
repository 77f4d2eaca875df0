package hallmetrics.metrics;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Rows that one reading asks for several times: made once, let go when it has ended. */
final class Kept implements AutoCloseable {
  private final List<Dataset<Row>> kept = new ArrayList<>();

  synchronized Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> one = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(one);
    return one;
  }

  @Override
  public synchronized void close() {
    kept.forEach(one -> one.unpersist(false));
    kept.clear();
  }
}
