package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import hallmetrics.record.Mapped;
import hallmetrics.record.RawRecord;
import hallmetrics.record.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.Function;

/**
 * First pass over a part: read it to its end, map every record, ask the gates' questions, keep of
 * each accepted record only what its fate needs. A fault ends the part and refuses its delivery.
 */
final class ReadPass implements Function<Part, PartRead> {
  private static final long serialVersionUID = 1L;
  private final List<Intake> intakes;
  private final int partitions;

  ReadPass(List<Intake> intakes, int partitions) {
    this.intakes = intakes;
    this.partitions = partitions;
  }

  @Override
  public PartRead call(Part part) {
    Intake intake = intakes.get(part.delivery());
    Tally tally = new Tally(intake, partitions);
    try (PartReader reader = PartReader.open(intake, part.split())) {
      for (RawRecord record = reader.next(); record != null; record = reader.next()) {
        tally.add(record, reader.map(record));
      }
    } catch (RefusedException fault) {
      return tally.refused(Refusal.of(fault));
    }
    return tally.read();
  }

  /** Counts one part. */
  private static final class Tally {
    private final Intake intake;
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private final long[][] gates;
    private final Set<Integer> months = new HashSet<>();
    private final KeyBlock[] blocks;
    private final Entry.Kind kind;
    private long records;

    Tally(Intake intake, int partitions) {
      this.intake = intake;
      this.gates = new long[intake.gates().size()][2];
      this.blocks = new KeyBlock[partitions];
      for (int i = 0; i < partitions; i++) {
        blocks[i] = new KeyBlock();
      }
      this.kind =
          "drop-exact".equals(intake.source().withoutId())
              ? Entry.Kind.DROP_EXACT
              : Entry.Kind.KEEP;
    }

    void add(RawRecord record, Mapped mapped) {
      records++;
      if (mapped instanceof Mapped.Rejected rejection) {
        reasons.merge(rejection.reasons().get(0).text(), 1L, Long::sum);
        rejected.add(new RejectedRecord(intake.index(), record.line(), rejection.reasons()));
      } else if (mapped instanceof Mapped.Accepted accepted) {
        Entry entry = entry(record.line(), accepted);
        months.add(entry.month());
        blocks[(int) Long.remainderUnsigned(entry.hi(), blocks.length)].add(entry);
        askGates(accepted);
      }
    }

    private Entry entry(long line, Mapped.Accepted accepted) {
      Instant asOf = intake.delivery().asOf();
      Instant operated = accepted.operateTs();
      LocalDate day = accepted.eventDate();
      return new Entry(
          intake.table(),
          accepted.byRow()
              ? RowIdentity.hi(accepted.recordHash(), intake.source().system())
              : Long.parseUnsignedLong(accepted.recordKey(), 0, 16, 16),
          accepted.byRow()
              ? RowIdentity.lo(accepted.recordHash())
              : Long.parseUnsignedLong(accepted.recordKey(), 16, 32, 16),
          Micros.of(operated == null ? asOf : operated),
          Micros.of(asOf),
          intake.seq(),
          Math.toIntExact(line),
          Long.parseUnsignedLong(accepted.recordHash(), 0, 16, 16),
          Months.of(day),
          accepted.byRow() ? kind : Entry.Kind.KEYED);
    }

    private void askGates(Mapped.Accepted accepted) {
      RowExpressions questions = intake.gateSql();
      if (questions == null) {
        return;
      }
      List<Gate> asked = intake.gates();
      for (int i = 0; i < asked.size(); i++) {
        if (Boolean.TRUE.equals(questions.evaluate(2 * i, accepted.values()))) {
          gates[i][0]++;
          if (Boolean.TRUE.equals(questions.evaluate(2 * i + 1, accepted.values()))) {
            gates[i][1]++;
          }
        }
      }
    }

    PartRead read() {
      for (KeyBlock block : blocks) {
        block.trimmed();
      }
      return new PartRead(intake.index(), null, records, reasons, rejected, gates, months, blocks);
    }

    PartRead refused(Refusal fault) {
      return new PartRead(
          intake.index(), fault, records, Map.of(), List.of(), gates, Set.of(), new KeyBlock[0]);
    }
  }
}
