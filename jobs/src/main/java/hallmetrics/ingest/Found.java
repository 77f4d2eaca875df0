package hallmetrics.ingest;

import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.source.SourceSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look through the inbox found.
 *
 * @param unread files to read, by name
 * @param undated files whose as_of cannot be told: REFUSED {@code no-as-of}
 * @param repeated files whose bytes came before under another name, or come twice
 * @param stillOut files that were refused before and about which nothing changed
 */
public record Found(
    List<Unread> unread,
    List<Unread> undated,
    List<Repeat> repeated,
    List<StillOut> stillOut,
    Later later) {

  /**
   * A file that brings nothing new.
   *
   * @param file as its source would read it
   * @param before as what its bytes came before; null where they come twice now
   */
  public record Repeat(Unread file, @Nullable DeliveryRecord before) {
    /** Its name, as it may be printed. */
    public String name() {
      return file.delivery().name();
    }
  }

  /** A file that was refused before, where it lies now. */
  public record StillOut(SourceSpec source, Path file, String name, DeliveryRecord before) {
    /** Whether it came under another name then. */
    public boolean renamed() {
      return !before.name().equals(name);
    }
  }

  /**
   * Unread files that speak for a day after the one asked for.
   *
   * @param earliest null where there is none
   */
  public record Later(int files, @Nullable LocalDate earliest) {
    /** None. */
    public static final Later NONE = new Later(0, null);
  }
}
