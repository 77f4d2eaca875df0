package hallmetrics.ingest;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.record.Mapped;
import hallmetrics.record.RawRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Second pass over a part: map every record again and hand out, as ledger rows in Spark's own form,
 * those the verdicts store. Nothing is kept between the passes, so memory does not grow with the
 * night.
 */
final class WritePass implements FlatMapFunction<Part, InternalRow> {
  private static final long serialVersionUID = 1L;
  private final List<Intake> intakes;
  private final Broadcast<Verdicts> verdicts;

  WritePass(List<Intake> intakes, Broadcast<Verdicts> verdicts) {
    this.intakes = intakes;
    this.verdicts = verdicts;
  }

  @Override
  public Iterator<InternalRow> call(Part part) {
    return new Stored(intakes.get(part.delivery()), part, verdicts.value());
  }

  private static final class Stored implements Iterator<InternalRow> {
    private final Intake intake;
    private final PartReader reader;
    private final Verdicts verdicts;
    private final Map<Integer, UTF8String> origins = new HashMap<>();
    private final UTF8String source;
    private final UTF8String system;
    private final UTF8String delivery;
    private final long asOf;
    private @Nullable InternalRow next;

    Stored(Intake intake, Part part, Verdicts verdicts) {
      this.intake = intake;
      this.reader = PartReader.open(intake, part.split());
      this.verdicts = verdicts;
      this.source = UTF8String.fromString(intake.source().name());
      this.system = UTF8String.fromString(intake.source().system());
      this.delivery = UTF8String.fromString(intake.delivery().sha256());
      this.asOf = Micros.of(intake.delivery().asOf());
      this.next = advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public InternalRow next() {
      InternalRow row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = advance();
      return row;
    }

    private @Nullable InternalRow advance() {
      for (RawRecord record = reader.next(); record != null; record = reader.next()) {
        int line = Math.toIntExact(record.line());
        if (reader.map(record) instanceof Mapped.Accepted accepted
            && verdicts.stored(intake.seq(), line)) {
          return row(line, accepted);
        }
      }
      reader.close();
      return null;
    }

    private InternalRow row(int line, Mapped.Accepted accepted) {
      Mapped.Accepted placed = reader.nth(accepted, verdicts.place(intake.seq(), line));
      @Nullable Object[] values = placed.values();
      int width = values.length;
      @Nullable Object[] cells = new @Nullable Object[width + LedgerColumns.ALL.size()];
      for (int i = 0; i < width; i++) {
        cells[i] = Internal.of(values[i]);
      }
      @Nullable Object[] bookkeeping = {
        Internal.of(accepted.sourceRecordId()),
        Internal.of(accepted.operateTs()),
        accepted.isDeleted(),
        Internal.of(placed.recordKey()),
        source,
        system,
        delivery,
        (long) line,
        asOf,
        intake.seq(),
        Internal.of(accepted.recordHash()),
        false,
        Internal.of(accepted.eventDate()),
        origin(accepted.eventDate()),
        SCHEMA_VERSION
      };
      System.arraycopy(bookkeeping, 0, cells, width, bookkeeping.length);
      return new GenericInternalRow(cells);
    }

    private UTF8String origin(LocalDate day) {
      return origins.computeIfAbsent(
          Months.of(day), month -> UTF8String.fromString(Months.origin(month)));
    }
  }

  /** Version of the shape of ledger rows. */
  static final int SCHEMA_VERSION = 1;
}
