package hallmetrics.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fates of a night's well-read records: which lines stay out of the ledger, which equal rows
 * are the second, third …, and which months get a tombstone.
 */
final class Verdicts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A month that holds a key whose latest version now lies elsewhere; {@code latest} is it. */
  record Tombstone(int month, Entry latest) implements Serializable {}

  /** A ledger month of a table. */
  record Touched(int table, int month) implements Serializable {}

  private final Map<Long, BitSet> left = new HashMap<>();
  private final Map<Long, Map<Integer, Integer>> nth = new HashMap<>();
  private final Map<Long, long[]> counts = new TreeMap<>();
  private final List<Tombstone> tombstones = new ArrayList<>();
  private final Set<Touched> touched = new HashSet<>();

  /** The counts given to last: entries of a delivery come together. */
  private long[] lastCounts = {};

  private long lastSeq = Long.MIN_VALUE;

  /** Counts a record's fate; a record that is not stored is left out of the ledger. */
  void give(Entry entry, Fate fate, boolean stored) {
    if (entry.seq() != lastSeq) {
      lastCounts = counts.computeIfAbsent(entry.seq(), seq -> new long[Fate.values().length]);
      lastSeq = entry.seq();
    }
    lastCounts[fate.ordinal()]++;
    if (stored) {
      touched.add(new Touched(entry.table(), entry.month()));
    } else {
      left.computeIfAbsent(entry.seq(), seq -> new BitSet()).set(entry.line());
    }
  }

  /** Marks a stored record as the n-th (n above 1) of equal rows of its delivery. */
  void repeat(Entry entry, int n) {
    nth.computeIfAbsent(entry.seq(), seq -> new HashMap<>()).put(entry.line(), n);
  }

  void tombstone(int month, Entry latest) {
    tombstones.add(new Tombstone(month, latest));
    touched.add(new Touched(latest.table(), month));
  }

  /** Adds another part's verdicts to these; the parts share no record. */
  Verdicts add(Verdicts other) {
    other.left.forEach((seq, lines) -> left.computeIfAbsent(seq, s -> new BitSet()).or(lines));
    other.nth.forEach((seq, lines) -> nth.computeIfAbsent(seq, s -> new HashMap<>()).putAll(lines));
    other.counts.forEach(
        (seq, more) -> {
          long[] mine = counts.computeIfAbsent(seq, s -> new long[more.length]);
          for (int i = 0; i < more.length; i++) {
            mine[i] += more[i];
          }
        });
    tombstones.addAll(other.tombstones);
    touched.addAll(other.touched);
    return this;
  }

  boolean stored(long seq, int line) {
    BitSet lines = left.get(seq);
    return lines == null || !lines.get(line);
  }

  /** 1, or the place of a stored record among equal rows of its delivery. */
  int place(long seq, int line) {
    Map<Integer, Integer> lines = nth.get(seq);
    return lines == null ? 1 : lines.getOrDefault(line, 1);
  }

  long count(long seq, Fate fate) {
    long[] of = counts.get(seq);
    return of == null ? 0 : of[fate.ordinal()];
  }

  List<Tombstone> tombstones() {
    return tombstones;
  }

  Set<Touched> touched() {
    return touched;
  }
}
