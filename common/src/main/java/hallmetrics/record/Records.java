package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The records of one split, in the order written; read as they are asked for, once. */
public final class Records implements Iterable<RawRecord>, AutoCloseable {
  private final DeliveryReader reader;

  private Records(DeliveryReader reader) {
    this.reader = reader;
  }

  /**
   * Opens a split found by {@link DeliveryOpener}.
   *
   * @throws RefusedException now or while iterating, when the file was damaged since
   */
  public static Records open(SourceSpec source, List<String> header, DeliverySplit split) {
    try {
      return new Records(DeliveryReader.open(source, split, header));
    } catch (UncheckedIOException failed) {
      throw DeliveryOpener.unreadable();
    }
  }

  @Override
  public Iterator<RawRecord> iterator() {
    return new Iterator<>() {
      private @Nullable RawRecord ahead = read();

      @Override
      public boolean hasNext() {
        return ahead != null;
      }

      @Override
      public RawRecord next() {
        RawRecord record = ahead;
        if (record == null) {
          throw new NoSuchElementException();
        }
        ahead = read();
        return record;
      }
    };
  }

  private @Nullable RawRecord read() {
    try {
      return reader.next();
    } catch (UncheckedIOException failed) {
      throw DeliveryOpener.unreadable();
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
