package hallmetrics.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.Partitioner;

/**
 * Which task a piece goes to: one shelf for what parts say as a whole, one for rejected records,
 * some for keys by their first half, some for the rows of each table by month. So few that Spark
 * writes each straight into a file of its own.
 */
final class Shelves extends Partitioner {
  private static final long serialVersionUID = 1L;

  /** Shelves for rows, shared out among the tables of a night. */
  private static final int ROWS = 96;

  private static final int FEWEST_A_TABLE = 12;

  static final int SUMMARIES = 0;
  static final int REJECTS = 1;
  private static final int FIRST_KEYS = 2;

  private final List<Integer> tables;
  private final int keys;
  private final int months;

  /**
   * Shelves of a night.
   *
   * @param tables ordinals of the tables it brings records of
   * @param keys into how many the keys are shared out
   */
  Shelves(SortedSet<Integer> tables, int keys) {
    this.tables = List.copyOf(tables);
    this.keys = keys;
    this.months = Math.max(FEWEST_A_TABLE, ROWS / Math.max(1, tables.size()));
  }

  /** Place among the shelves of keys, from 0, of a key by its first half. */
  int ofKey(long hi) {
    return (int) Long.remainderUnsigned(hi, keys);
  }

  /** The shelf of the keys at a place. */
  int keys(int place) {
    return FIRST_KEYS + place;
  }

  /** The shelf of the rows of a month (since year 0) of a table. */
  int rows(int table, int month) {
    return FIRST_KEYS + keys + tables.indexOf(table) * months + Math.floorMod(month, months);
  }

  /** The shelves of the rows of some months of a table, ascending. */
  List<Integer> rows(int table, Collection<Integer> ofMonths) {
    SortedSet<Integer> shelves = new TreeSet<>();
    ofMonths.forEach(month -> shelves.add(rows(table, month)));
    return new ArrayList<>(shelves);
  }

  /** The shelves of keys, ascending. */
  List<Integer> keys() {
    List<Integer> shelves = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      shelves.add(keys(i));
    }
    return shelves;
  }

  @Override
  public int numPartitions() {
    return FIRST_KEYS + keys + tables.size() * months;
  }

  @Override
  public int getPartition(Object key) {
    return (Integer) key;
  }
}
