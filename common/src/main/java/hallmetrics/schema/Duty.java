package hallmetrics.schema;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something that falls due: Spark SQL expressions over the columns of a table or derived table.
 *
 * @param kind name shown in the due list (BAD_RATING, TICKET_LEG, CASE, OBLIGATION …)
 * @param id the column shown as its number
 * @param opened instant it began
 * @param due instant it falls due; null result = no deadline
 * @param done instant it was done; null result = open
 * @param drop rows for which this is true are no duty; null for none
 */
public record Duty(
    String kind, String id, String opened, String due, String done, @Nullable String drop)
    implements Serializable {}
