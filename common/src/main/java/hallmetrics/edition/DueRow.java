package hallmetrics.edition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the due list of a day, read on the next morning.
 *
 * @param due TODAY OVERDUE SOON
 * @param workingDaysLeft working days from the list's morning to the due day, negative when overdue
 * @param provisional whether the due day rests on an unpublished calendar
 */
public record DueRow(
    String kind,
    String id,
    @Nullable String regionId,
    @Nullable String orgCode,
    @Nullable String hallId,
    @Nullable String windowId,
    Instant openedTs,
    Instant dueTs,
    String due,
    int workingDaysLeft,
    boolean provisional) {}
