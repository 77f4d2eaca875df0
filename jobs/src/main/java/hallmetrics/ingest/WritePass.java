package hallmetrics.ingest;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.record.Mapped;
import hallmetrics.record.RawRecord;
import hallmetrics.source.SourceSpec;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Second pass over a part: map every record again and hand out, as ledger rows, those the verdicts
 * store. Nothing is kept between the passes, so memory does not grow with the night.
 */
final class WritePass implements FlatMapFunction<Part, Row> {
  private static final long serialVersionUID = 1L;
  private final List<Intake> intakes;
  private final Broadcast<Verdicts> verdicts;

  WritePass(List<Intake> intakes, Broadcast<Verdicts> verdicts) {
    this.intakes = intakes;
    this.verdicts = verdicts;
  }

  @Override
  public Iterator<Row> call(Part part) {
    return new Stored(intakes.get(part.delivery()), part, verdicts.value());
  }

  private static final class Stored implements Iterator<Row> {
    private final Intake intake;
    private final PartReader reader;
    private final Verdicts verdicts;
    private final Map<Integer, String> origins = new HashMap<>();
    private @Nullable Row next;

    Stored(Intake intake, Part part, Verdicts verdicts) {
      this.intake = intake;
      this.reader = PartReader.open(intake, part.split());
      this.verdicts = verdicts;
      this.next = advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      Row row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = advance();
      return row;
    }

    private @Nullable Row advance() {
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

    private Row row(int line, Mapped.Accepted accepted) {
      SourceSpec source = intake.source();
      Mapped.Accepted placed = reader.nth(accepted, verdicts.place(intake.seq(), line));
      @Nullable Object[] values = placed.values();
      int width = intake.settings().schema().fields().size();
      @Nullable Object[] cells = new Object[width + LedgerColumns.ALL.size()];
      for (int i = 0; i < width; i++) {
        cells[i] = values[i] instanceof List<?> list ? list.toArray(new String[0]) : values[i];
      }
      @Nullable Object[] bookkeeping = {
        accepted.sourceRecordId(),
        accepted.operateTs(),
        accepted.isDeleted(),
        placed.recordKey(),
        source.name(),
        source.system(),
        intake.delivery().sha256(),
        (long) line,
        intake.delivery().asOf(),
        intake.seq(),
        accepted.recordHash(),
        false,
        accepted.eventDate(),
        origin(Months.of(accepted.eventDate())),
        SCHEMA_VERSION
      };
      System.arraycopy(bookkeeping, 0, cells, width, bookkeeping.length);
      return RowFactory.create(cells);
    }

    private String origin(int month) {
      return origins.computeIfAbsent(month, Months::origin);
    }
  }

  /** Version of the shape of ledger rows. */
  static final int SCHEMA_VERSION = 1;
}
