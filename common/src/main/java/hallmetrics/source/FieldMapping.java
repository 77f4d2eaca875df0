package hallmetrics.source;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one canonical column is made from a record: exactly one of {@code from}, {@code sql} and
 * {@code constant} is given.
 *
 * @param field canonical column
 * @param from header names, the first being the usual one, the rest synonyms
 * @param parse how text becomes a value: text, datetime, date, int, decimal, bool, region, list;
 *     null = by the column's type
 * @param patterns extra date patterns (java.time)
 * @param codes raw code to canonical code; empty = values must already be canonical. No default: an
 *     unknown code REJECTS the record
 * @param nulls words that mean "no value", beside the empty cell
 * @param sql Spark SQL expression over the source's columns (by header) and canonical columns
 * @param constant literal value for every record
 * @param separator separator of lists
 */
public record FieldMapping(
    String field,
    List<String> from,
    @Nullable String parse,
    List<String> patterns,
    Map<String, String> codes,
    List<String> nulls,
    @Nullable String sql,
    @Nullable String constant,
    @Nullable String separator,
    int line)
    implements Serializable {}
