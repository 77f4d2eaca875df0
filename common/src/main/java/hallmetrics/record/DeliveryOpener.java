package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Looks through a delivery before its records are read. */
public final class DeliveryOpener {
  private DeliveryOpener() {}

  /**
   * Inspects a file as {@link Inspection#of}; a file that cannot be read at all is refused too.
   *
   * @param file the file, whatever its name: its format is the source's
   * @param targetBytes wanted size of a split
   * @throws RefusedException when it cannot be read whole or lacks a mapped column
   */
  public static Opened open(SourceSpec source, Path file, long targetBytes) {
    try {
      Inspection found = Inspection.of(source, file, targetBytes);
      return new Opened(found.header(), found.splits());
    } catch (UncheckedIOException failed) {
      throw unreadable();
    }
  }

  static RefusedException unreadable() {
    return RefusedException.at("unreadable-file", "", "文件读到一半读不下去了。");
  }
}
