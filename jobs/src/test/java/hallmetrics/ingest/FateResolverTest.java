package hallmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FateResolverTest {
  private static final int OCTOBER = 2026 * 12 + 9;
  private static final int SEPTEMBER = OCTOBER - 1;

  @Test
  void theNewestVersionOfANightIsAcceptedAndOlderOnesAreSuperseded() {
    Entry old = keyed(1, 10, 0, 1, 'a', OCTOBER);
    Entry young = keyed(1, 20, 0, 2, 'b', OCTOBER);

    Verdicts verdicts = resolve(old, young);

    assertThat(verdicts.stored(0, 2)).isTrue();
    assertThat(verdicts.stored(0, 1)).isFalse();
    assertThat(verdicts.count(0, Fate.ACCEPTED)).isEqualTo(1);
    assertThat(verdicts.count(0, Fate.SUPERSEDED)).isEqualTo(1);
  }

  @Test
  void whatIsOlderThanTheLedgerStaysOut() {
    Verdicts verdicts =
        resolve(held(1, 30, 'c', OCTOBER, Entry.Kind.HELD), keyed(1, 20, 5, 1, 'b', OCTOBER));

    assertThat(verdicts.stored(5, 1)).isFalse();
    assertThat(verdicts.count(5, Fate.SUPERSEDED)).isEqualTo(1);
    assertThat(verdicts.touched()).isEmpty();
  }

  @Test
  void aNewerVersionWithTheSameContentIsADuplicateThatIsStored() {
    Verdicts verdicts =
        resolve(held(1, 10, 'a', OCTOBER, Entry.Kind.HELD), keyed(1, 20, 5, 1, 'a', OCTOBER));

    assertThat(verdicts.count(5, Fate.DUPLICATE)).isEqualTo(1);
    assertThat(verdicts.stored(5, 1)).isTrue();
  }

  @Test
  void aCorrectionThatMovesTheMonthLeavesATombstone() {
    Verdicts verdicts =
        resolve(held(1, 10, 'a', SEPTEMBER, Entry.Kind.HELD), keyed(1, 20, 5, 1, 'b', OCTOBER));

    assertThat(verdicts.tombstones()).hasSize(1);
    assertThat(verdicts.tombstones().get(0).month()).isEqualTo(SEPTEMBER);
    assertThat(verdicts.touched())
        .containsExactlyInAnyOrder(
            new Verdicts.Touched(0, SEPTEMBER), new Verdicts.Touched(0, OCTOBER));
  }

  @Test
  void aMonthAlreadyBuriedIsNotBuriedAgain() {
    Verdicts verdicts =
        resolve(
            held(1, 10, 'a', SEPTEMBER, Entry.Kind.HELD),
            held(1, 20, 'b', SEPTEMBER, Entry.Kind.TOMBSTONE),
            held(1, 20, 'b', OCTOBER, Entry.Kind.HELD),
            keyed(1, 30, 5, 1, 'c', OCTOBER));

    assertThat(verdicts.tombstones()).isEmpty();
  }

  @Test
  void equalRowsOfOneDeliveryAreKeptApart() {
    Verdicts verdicts =
        resolve(
            equalRow(Entry.Kind.KEEP, 1, 1),
            equalRow(Entry.Kind.KEEP, 1, 2),
            equalRow(Entry.Kind.KEEP, 2, 1),
            equalRow(Entry.Kind.KEEP, 2, 2),
            equalRow(Entry.Kind.KEEP, 2, 3));

    assertThat(verdicts.count(1, Fate.ACCEPTED)).isEqualTo(2);
    assertThat(verdicts.count(2, Fate.DUPLICATE)).isEqualTo(2);
    assertThat(verdicts.count(2, Fate.ACCEPTED)).isEqualTo(1);
    assertThat(verdicts.place(2, 3)).isEqualTo(3);
  }

  @Test
  void equalRowsCountOnceUnderDropExact() {
    Verdicts verdicts =
        resolve(equalRow(Entry.Kind.DROP_EXACT, 1, 1), equalRow(Entry.Kind.DROP_EXACT, 1, 2));

    assertThat(verdicts.count(1, Fate.ACCEPTED)).isEqualTo(1);
    assertThat(verdicts.count(1, Fate.DUPLICATE)).isEqualTo(1);
  }

  /** Laws 1 and 2: fates sum to the records, and what counts does not depend on the order. */
  @Test
  void everyOrderAndEverySplitOfDeliveriesLeavesTheSameLatestVersions() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      List<Entry> records = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        long version = random.nextInt(6);
        int content = 'a' + (int) (version * 7 + 3) % 3;
        records.add(
            keyed(random.nextInt(3), version, 0, i, content, SEPTEMBER + (int) version % 2));
      }
      Map<Long, String> expected = latest(nights(records, 1));
      for (int nights = 1; nights <= 4; nights++) {
        Collections.shuffle(records, random);
        assertThat(latest(nights(records, nights))).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  private static List<Entry> nights(List<Entry> records, int nights) {
    List<Entry> ledger = new ArrayList<>();
    int size = (records.size() + nights - 1) / nights;
    for (int from = 0; from < records.size(); from += size) {
      List<Entry> night = new ArrayList<>();
      for (Entry entry : records.subList(from, Math.min(from + size, records.size()))) {
        night.add(again(entry, from));
      }
      List<Entry> all = new ArrayList<>(ledger);
      all.addAll(night);
      Verdicts verdicts = resolve(all.toArray(Entry[]::new));
      long fates = 0;
      for (Fate fate : Fate.values()) {
        fates += verdicts.count(from, fate);
      }
      assertThat(fates).isEqualTo(night.size());
      night.stream()
          .filter(entry -> verdicts.stored(entry.seq(), entry.line()))
          .forEach(entry -> ledger.add(asHeld(entry, entry.month(), Entry.Kind.HELD)));
      for (Verdicts.Tombstone grave : verdicts.tombstones()) {
        ledger.add(asHeld(grave.latest(), grave.month(), Entry.Kind.TOMBSTONE));
      }
    }
    return ledger;
  }

  /** What counting sees: per key and month the greatest version, tombstones dropped. */
  private static Map<Long, String> latest(List<Entry> ledger) {
    Map<List<Long>, Entry> byMonth = new HashMap<>();
    for (Entry entry : ledger) {
      byMonth.merge(
          List.of(entry.lo(), (long) entry.month()),
          entry,
          (a, b) -> compareInMonth(a, b) >= 0 ? a : b);
    }
    Map<Long, String> counted = new HashMap<>();
    byMonth.values().stream()
        .filter(entry -> entry.kind() == Entry.Kind.HELD)
        .forEach(
            entry ->
                counted.merge(
                    entry.lo(), entry.month() + ":" + entry.content(), (a, b) -> a + " and " + b));
    return counted;
  }

  private static int compareInMonth(Entry a, Entry b) {
    return Long.compare(a.effective(), b.effective());
  }

  private static Entry keyed(long key, long version, long seq, int line, int content, int month) {
    return new Entry(0, 0, key, version, version, seq, line, content, month, Entry.Kind.KEYED);
  }

  private static Entry again(Entry e, long seq) {
    return new Entry(
        0, 0, e.lo(), e.effective(), e.asOf(), seq, e.line(), e.content(), e.month(), e.kind());
  }

  private static Entry asHeld(Entry e, int month, Entry.Kind kind) {
    return new Entry(
        0, 0, e.lo(), e.effective(), e.asOf(), e.seq(), e.line(), e.content(), month, kind);
  }

  private static Entry held(long key, long version, int content, int month, Entry.Kind kind) {
    return new Entry(0, 0, key, version, version, 0, 0, content, month, kind);
  }

  private static Entry equalRow(Entry.Kind kind, long seq, int line) {
    return new Entry(0, 0, 1, seq, seq, seq, line, 'a', OCTOBER, kind);
  }

  private static Verdicts resolve(Entry... entries) {
    KeyBlock block = new KeyBlock();
    for (Entry entry : entries) {
      block.add(entry);
    }
    return FateResolver.resolve(List.of(block.trimmed()));
  }
}
