package hallmetrics.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its definition and validity.
 *
 * @param id snake_case id, the contract with readers
 * @param code code of the field's catalogue (EV-02); empty for a site's own
 * @param numerator measure of k (COUNT, QUANTILE, MEAN's sum too; SCORE: a measure of the metric's
 *     own name whose {@code sum} is the stated value); for STOCK the table or derived table whose
 *     duty is open
 * @param denominator measure of n; null for COUNT, STOCK and SCORE
 * @param shareBy split whose values' shares of {@code denominator} make the metric; null for none
 * @param quantile q in (0,1); 0 for other kinds
 * @param stock for STOCK: ALL, IN_TIME or OVERDUE; null for other kinds
 * @param better higher, lower or none
 * @param leastN below it a unit is not ranked and the row is not sufficient; 0 for no floor
 * @param leastExpected below it a unit is ranked but never named
 * @param due whether it sums days only up to what is due and received
 * @param splits splits published beside the unsplit rows; a STOCK may also name {@code age} ({@link
 *     AgeBand} of the working days since it was opened)
 * @param version definition version: 1, or the number of the definition in force
 * @param validFrom first day it is in force
 * @param validTo last day it is in force, or null; the day before the next version at the latest
 * @param examples worked examples, executed by a test; empty only in a site's own entries
 */
public record Metric(
    String id,
    String code,
    String title,
    MetricKind kind,
    Unit unit,
    String numerator,
    @Nullable String denominator,
    @Nullable String shareBy,
    double quantile,
    @Nullable String stock,
    Better better,
    long leastN,
    long leastExpected,
    boolean due,
    List<String> splits,
    String definition,
    String source,
    int version,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<Example> examples,
    String file,
    int line)
    implements Serializable {

  /** The same definition with its last day. */
  Metric until(LocalDate last) {
    return new Metric(
        id,
        code,
        title,
        kind,
        unit,
        numerator,
        denominator,
        shareBy,
        quantile,
        stock,
        better,
        leastN,
        leastExpected,
        due,
        splits,
        definition,
        source,
        version,
        validFrom,
        last,
        examples,
        file,
        line);
  }

  /** The same metric printed in another unit, which its title and its definition then say. */
  public Metric printed(Unit other, String name, String words) {
    return new Metric(
        id,
        code,
        name,
        kind,
        other,
        numerator,
        denominator,
        shareBy,
        quantile,
        stock,
        better,
        leastN,
        leastExpected,
        due,
        splits,
        words,
        source,
        version,
        validFrom,
        validTo,
        examples,
        file,
        line);
  }

  /** Which direction is good. */
  public enum Better {
    /** A higher value is better. */
    HIGHER,
    /** A lower value is better. */
    LOWER,
    /** Neither. */
    NONE
  }

  /** Whether a person means this metric by its code. */
  boolean isCode(String asked) {
    return !asked.isEmpty() && code.equalsIgnoreCase(asked);
  }
}
