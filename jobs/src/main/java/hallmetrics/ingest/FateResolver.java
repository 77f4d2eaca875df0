package hallmetrics.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the fate of every record of a part of the key space, given the night's entries and those
 * the ledger holds for the months in reach. All entries of a key must be in the same part.
 *
 * <p>Of a key only the night's greatest version can enter the ledger. It does when it is newer than
 * what is held; with the content held it is counted DUPLICATE and still stored, because its version
 * must win over an older correction that arrives later (order of deliveries changes no figure).
 */
final class FateResolver {
  private record Key(int table, long hi, long lo) {}

  private FateResolver() {}

  static Verdicts resolve(Iterable<KeyBlock> blocks) {
    Map<Key, List<Entry>> keys = new HashMap<>();
    Verdicts verdicts = new Verdicts();
    List<KeyBlock> all = new ArrayList<>();
    blocks.forEach(all::add);
    Repeats repeats = Repeats.of(all);
    for (KeyBlock block : all) {
      for (int i = 0; i < block.size(); i++) {
        Entry entry = block.get(i);
        if (entry.kind() == Entry.Kind.KEYED && !repeats.maybe(entry.hi())) {
          verdicts.give(entry, Fate.ACCEPTED, true);
        } else {
          keys.computeIfAbsent(
                  new Key(entry.table(), entry.hi(), entry.lo()), key -> new ArrayList<>(1))
              .add(entry);
        }
      }
    }
    keys.values().forEach(entries -> decide(entries, verdicts));
    return verdicts;
  }

  private static void decide(List<Entry> entries, Verdicts verdicts) {
    List<Entry> night = entries.stream().filter(entry -> !entry.ofLedger()).toList();
    if (night.isEmpty()) {
      return;
    }
    List<Entry> ledger = entries.stream().filter(Entry::ofLedger).toList();
    if (night.get(0).kind() == Entry.Kind.KEYED) {
      decideKeyed(night, ledger, verdicts);
    } else {
      decideEqualRows(night, ledger.size(), verdicts);
    }
  }

  private static void decideKeyed(List<Entry> night, List<Entry> ledger, Verdicts verdicts) {
    Entry newest = night.stream().max(Comparator.naturalOrder()).orElseThrow();
    Entry held =
        ledger.stream()
            .filter(entry -> entry.kind() == Entry.Kind.HELD)
            .max(Comparator.naturalOrder())
            .orElse(null);
    boolean wins = held == null || newest.compareTo(held) > 0;
    Entry latest = wins || held == null ? newest : held;
    for (Entry entry : night) {
      boolean stored = wins && entry == newest;
      verdicts.give(entry, fate(entry, newest, held, wins), stored);
    }
    buryElsewhere(ledger, latest, verdicts);
  }

  private static Fate fate(Entry entry, Entry newest, @Nullable Entry held, boolean wins) {
    if (entry == newest && wins) {
      boolean known = held != null && held.content() == entry.content();
      return known ? Fate.DUPLICATE : Fate.ACCEPTED;
    }
    boolean sameAsNewest = entry != newest && entry.content() == newest.content();
    boolean sameAsHeld = held != null && entry.content() == held.content();
    return sameAsNewest || sameAsHeld ? Fate.DUPLICATE : Fate.SUPERSEDED;
  }

  private static void buryElsewhere(List<Entry> ledger, Entry latest, Verdicts verdicts) {
    Map<Integer, Entry> byMonth = new HashMap<>();
    for (Entry entry : ledger) {
      byMonth.merge(entry.month(), entry, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
    byMonth.forEach(
        (month, entry) -> {
          if (month != latest.month() && entry.kind() == Entry.Kind.HELD) {
            verdicts.tombstone(month, latest);
          }
        });
  }

  private static void decideEqualRows(List<Entry> night, int heldCount, Verdicts verdicts) {
    List<Entry> ordered = new ArrayList<>(night);
    ordered.sort(Comparator.comparingLong(Entry::seq).thenComparingInt(Entry::line));
    int known = heldCount;
    long delivery = Long.MIN_VALUE;
    int n = 0;
    for (Entry entry : ordered) {
      n = entry.seq() == delivery ? n + 1 : 1;
      delivery = entry.seq();
      int place = entry.kind() == Entry.Kind.KEEP ? n : 1;
      boolean fresh = place > known;
      verdicts.give(entry, fresh ? Fate.ACCEPTED : Fate.DUPLICATE, fresh);
      if (fresh) {
        known = place;
        if (place > 1) {
          verdicts.repeat(entry, place);
        }
      }
    }
  }
}
