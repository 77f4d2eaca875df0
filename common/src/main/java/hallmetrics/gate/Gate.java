package hallmetrics.gate;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A share that must not be exceeded: of the records {@code among}, those that {@code counts}
 * applies to.
 *
 * @param level DELIVERY keeps one file out, NIGHT keeps the whole night from being decided
 * @param table the table whose records it looks at; null = every table
 * @param among Spark SQL predicate on canonical columns; null = every record read
 * @param counts Spark SQL predicate on canonical columns; null = the record was REJECTED
 * @param least with fewer records among, it does not speak
 * @param above the share above which it refuses
 * @param next what a clerk should do then (Chinese)
 */
public record Gate(
    String name,
    String title,
    Level level,
    @Nullable String table,
    @Nullable String among,
    @Nullable String counts,
    long least,
    BigDecimal above,
    String next,
    String file,
    int line)
    implements Serializable {

  /** What a gate keeps out. */
  public enum Level {
    /** One delivery; the night goes on. */
    DELIVERY,
    /** The night; nothing is published. */
    NIGHT
  }

  /** Whether it refuses, given how many records were looked at and how many counted; exact. */
  public boolean refuses(long among, long counted) {
    return among >= least
        && BigDecimal.valueOf(counted).compareTo(above.multiply(BigDecimal.valueOf(among))) > 0;
  }

  /** Whether it looks at the content of records of a table. */
  public boolean reads(String table) {
    return counts != null && (this.table == null || this.table.equals(table));
  }
}
