package hallmetrics.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is missing from the figures. Lists are shown in the order given.
 *
 * @param notReceived what should have come and did not
 * @param refused files that were not read
 * @param unknownCodes codes no register knows
 */
public record Gaps(
    List<NotReceived> notReceived, List<Refused> refused, List<UnknownCode> unknownCodes) {
  /** A complete delivery. */
  public static final Gaps NONE = new Gaps(List.of(), List.of(), List.of());

  /**
   * Something that should have reported.
   *
   * @param name of the hall, region or source
   * @param source title of the source
   * @param since first expected day without rows; null where there never were any
   */
  public record NotReceived(String name, String source, @Nullable LocalDate since) {}

  /**
   * A file that stayed out.
   *
   * @param file its name
   * @param source title of its source
   * @param reason the fault as a Chinese sentence
   */
  public record Refused(String file, String source, String reason) {}

  /**
   * A code no register knows; its records count under no place.
   *
   * @param kind what it should be, such as 区划 or 大厅
   */
  public record UnknownCode(String table, String kind, String code, long records) {}

  public Gaps {
    notReceived = List.copyOf(notReceived);
    refused = List.copyOf(refused);
    unknownCodes = List.copyOf(unknownCodes);
  }
}
