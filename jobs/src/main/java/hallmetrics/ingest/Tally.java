package hallmetrics.ingest;

import hallmetrics.record.Mapped;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the records of one part and asks the gates' questions of them. */
final class Tally {
  private final Intake intake;
  private final Map<String, Long> reasons = new TreeMap<>();
  private final GateCounts gates;
  private final Set<Integer> months = new HashSet<>();
  private final Entry.Kind kind;
  private final long asOf;
  private long records;

  Tally(Intake intake) {
    this.intake = intake;
    this.gates = new GateCounts(intake.gates().size(), intake.gateSql());
    this.kind =
        "drop-exact".equals(intake.source().withoutId()) ? Entry.Kind.DROP_EXACT : Entry.Kind.KEEP;
    this.asOf = Micros.of(intake.delivery().asOf());
  }

  void add(Mapped.Rejected rejection) {
    records++;
    reasons.merge(rejection.reasons().get(0).text(), 1L, Long::sum);
  }

  /** Counts an accepted record and answers what its fate depends on. */
  Entry add(int line, Mapped.Accepted accepted) {
    records++;
    gates.ask(accepted);
    Entry entry = entry(line, accepted);
    months.add(entry.month());
    return entry;
  }

  private Entry entry(int line, Mapped.Accepted accepted) {
    Instant operated = accepted.operateTs();
    String key = accepted.recordKey();
    String hash = accepted.recordHash();
    boolean byRow = accepted.byRow();
    return new Entry(
        intake.table(),
        byRow
            ? RowIdentity.hi(hash, intake.source().system())
            : HexFormat.fromHexDigitsToLong(key, 0, 16),
        byRow ? RowIdentity.lo(hash) : HexFormat.fromHexDigitsToLong(key, 16, 32),
        operated == null ? asOf : Micros.of(operated),
        asOf,
        intake.seq(),
        line,
        HexFormat.fromHexDigitsToLong(hash, 0, 16),
        Months.of(accepted.eventDate()),
        byRow ? kind : Entry.Kind.KEYED);
  }

  PartRead read() {
    return new PartRead(intake.index(), null, records, reasons, gates.counts(), months);
  }

  PartRead refused(Refusal fault) {
    return new PartRead(intake.index(), fault, records, Map.of(), gates.counts(), Set.of());
  }
}
