package hallmetrics.explain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record behind a figure.
 *
 * @param side NUMERATOR or DENOMINATOR
 * @param definitionVersion the definition it counts by
 * @param table the ledger table or derived table it counts on
 * @param number the sender's number, else the key, numbers of persons masked
 * @param countedOn day it counts on, yyyy-MM-dd
 * @param eventDate day of the event, yyyy-MM-dd
 * @param adds what it adds to a sum, of a quantile its working days; null where rows are counted
 * @param delivery SHA-256 of the file it came in
 * @param file that file's name, masked
 * @param line its line or row there, from 1
 * @param asOf the instant the file speaks for
 * @param fate ACCEPTED, or DUPLICATE where the same content was held before
 * @param linkedNumber number of the row that answers it in a derived table; null for none
 * @param linkedFile file of that row
 * @param linkedLine line of that row
 */
public record RecordRow(
    String side,
    int definitionVersion,
    String table,
    String number,
    String countedOn,
    String eventDate,
    @Nullable Double adds,
    String source,
    String delivery,
    String file,
    long line,
    @Nullable Instant asOf,
    String fate,
    @Nullable String linkedNumber,
    @Nullable String linkedFile,
    @Nullable Long linkedLine) {}
