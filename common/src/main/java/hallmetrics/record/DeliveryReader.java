package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a delivery or of a part of it, in the order written, one at a time. Records
 * whose cells are all empty are no records. One thread at a time.
 */
public interface DeliveryReader extends Closeable {

  /** Column names in order. */
  List<String> header();

  /**
   * The next record, or null at the end.
   *
   * @throws RefusedException when the file is damaged
   */
  @Nullable RawRecord next();

  /**
   * Inspects a file and reads it whole.
   *
   * @throws RefusedException see {@link Inspection#of}
   */
  static DeliveryReader open(SourceSpec source, Path file) {
    Inspection whole = Inspection.of(source, file, Long.MAX_VALUE);
    return open(source, whole.splits().get(0), whole.header());
  }

  /**
   * Reads one part of an inspected file.
   *
   * @param header as inspected
   */
  static DeliveryReader open(SourceSpec source, DeliverySplit split, List<String> header) {
    try {
      return source.format().equals("xlsx")
          ? new XlsxDelivery(source, split, header)
          : new CsvDelivery(source, split, header);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
