package hallmetrics.sql;

/**
 * Where an expression is written.
 *
 * @param what the entry and its key, as a reader finds it
 */
record SqlPlace(String file, int line, String what) {

  /** A key of the entry. */
  SqlPlace of(String key) {
    return new SqlPlace(file, line, what + " " + key);
  }

  /** The same entry at a line of its own. */
  SqlPlace at(int ownLine) {
    return new SqlPlace(file, ownLine, what);
  }
}
