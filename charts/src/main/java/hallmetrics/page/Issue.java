package hallmetrics.page;

import hallmetrics.time.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is issued: an edition of a period.
 *
 * @param site name of the city, such as 示例市
 * @param edition number, from 1
 * @param reason why it was issued again; null or blank where nobody gave one, as for most first
 *     editions
 * @param asOf day of the figures
 * @param software name and version of the program
 * @param figuresHash hex SHA-256 of the figures; its beginning stands on every page
 */
public record Issue(
    String site,
    Period period,
    int edition,
    @Nullable String reason,
    LocalDate asOf,
    String software,
    String figuresHash) {}
