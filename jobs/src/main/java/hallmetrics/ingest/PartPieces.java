package hallmetrics.ingest;

import hallmetrics.record.Mapped;
import hallmetrics.record.RawRecord;
import hallmetrics.record.RefusedException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Reads a part once, to its end, and hands out by shelf what it holds: rows and keys of the records
 * accepted, the records rejected, last its summary. A fault ends the part and refuses its delivery;
 * what was handed out before is left out by whoever knows the summary.
 */
final class PartPieces implements Iterator<Tuple2<Integer, Piece>> {
  /** A task's view of the night: what it needs to read any part. */
  record Plan(List<Intake> intakes, Shelves shelves) implements Serializable {
    Iterator<Tuple2<Integer, Piece>> read(Part part) {
      return new PartPieces(intakes.get(part.delivery()), part, shelves);
    }
  }

  private static final int REJECTS = 1_000;
  private static final int KEYS = 4_096;

  private final Intake intake;
  private final Part part;
  private final Shelves shelves;
  private final Tally tally;
  private final LedgerRow row;
  private final Map<Integer, RowBuffer> rows = new HashMap<>();
  private final Map<Integer, KeyBlock> keys = new HashMap<>();
  private final Deque<Tuple2<Integer, Piece>> ready = new ArrayDeque<>();
  private List<RejectedRecord> rejects = new ArrayList<>();
  private @Nullable PartReader reader;
  private boolean ended;

  private PartPieces(Intake intake, Part part, Shelves shelves) {
    this.intake = intake;
    this.part = part;
    this.shelves = shelves;
    this.tally = new Tally(intake);
    this.row = new LedgerRow(intake);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      read();
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, Piece> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** Reads on until something is ready to travel. */
  private void read() {
    boolean whole = false;
    try {
      PartReader open = reader == null ? PartReader.open(intake, part.split()) : reader;
      reader = open;
      while (ready.isEmpty()) {
        RawRecord record = open.next();
        if (record == null) {
          end(tally.read());
          break;
        }
        take(record, open.map(record));
      }
      whole = true;
    } catch (RefusedException fault) {
      end(tally.refused(Refusal.of(fault)));
      whole = true;
    } finally {
      if (reader != null && (ended || !whole)) {
        reader.close();
      }
    }
  }

  private void take(RawRecord record, Mapped mapped) {
    if (mapped instanceof Mapped.Rejected rejection) {
      tally.add(rejection);
      rejects.add(new RejectedRecord(intake.index(), record.line(), rejection.reasons()));
      if (rejects.size() == REJECTS) {
        handRejects();
      }
    } else if (mapped instanceof Mapped.Accepted accepted) {
      int line = Math.toIntExact(record.line());
      Entry entry = tally.add(line, accepted);
      key(entry);
      RowBuffer month = rows.computeIfAbsent(entry.month(), first -> new RowBuffer());
      if (month.add(row.of(line, accepted))) {
        handRows(entry.month(), month);
      }
    }
  }

  private void key(Entry entry) {
    int place = shelves.ofKey(entry.hi());
    KeyBlock block = keys.computeIfAbsent(place, first -> new KeyBlock());
    block.add(entry);
    if (block.size() == KEYS) {
      keys.remove(place);
      handKeys(place, block);
    }
  }

  private void end(PartRead summary) {
    ended = true;
    if (summary.fault() == null) {
      rows.forEach(this::handRows);
      keys.forEach(this::handKeys);
      handRejects();
    }
    ready.add(new Tuple2<>(Shelves.SUMMARIES, new Piece.Summary(summary)));
  }

  private void handRows(int month, RowBuffer buffer) {
    ready.add(new Tuple2<>(shelves.rows(intake.table(), month), buffer.take(intake.index())));
  }

  private void handKeys(int place, KeyBlock block) {
    Piece.Keys piece = new Piece.Keys(intake.index(), block.trimmed());
    ready.add(new Tuple2<>(shelves.keys(place), piece));
  }

  private void handRejects() {
    if (!rejects.isEmpty()) {
      ready.add(new Tuple2<>(Shelves.REJECTS, new Piece.Rejects(intake.index(), rejects)));
      rejects = new ArrayList<>();
    }
  }
}
