package hallmetrics.status;

import hallmetrics.journal.NightRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a business date stands: what a scheduler asks before it starts or repeats its night.
 *
 * @param night newest record of a nightly of that date, one tried out excepted; null for none
 * @param damaged files of records that could not be read; one of them may be of a later night of
 *     that date
 * @param edition the newest edition of the day, which readers see whatever became of later
 *     attempts; 0 for none
 * @param deliveries what is expected of the day, by source
 * @param deliveriesBy until when the night waits for it; null = it does not
 */
public record DayStatus(
    LocalDate date,
    @Nullable NightRecord night,
    List<String> damaged,
    int edition,
    List<Delivery> deliveries,
    @Nullable Instant deliveriesBy) {

  /**
   * What a source should bring of the day.
   *
   * @param arrived whether a file of the day lies unread in the inbox, or was read
   */
  public record Delivery(String source, String title, boolean arrived) {}
}
