package hallmetrics.ingest;

import java.util.BitSet;
import java.util.List;

/**
 * Which keys of a part of the key space may occur more than once: nearly none does, and only those
 * need a list of their entries. Errs on the side of a repetition.
 */
final class Repeats {
  private final int mask;
  private final BitSet twice;

  private Repeats(int mask, BitSet twice) {
    this.mask = mask;
    this.twice = twice;
  }

  static Repeats of(List<KeyBlock> blocks) {
    int entries = blocks.stream().mapToInt(KeyBlock::size).sum();
    int mask = (int) Math.min(1L << 30, Long.highestOneBit(Math.max(1024L, entries) * 16)) - 1;
    BitSet once = new BitSet(mask + 1);
    BitSet twice = new BitSet();
    for (KeyBlock block : blocks) {
      for (int i = 0; i < block.size(); i++) {
        int slot = slot(block.hi(i), mask);
        if (once.get(slot)) {
          twice.set(slot);
        } else {
          once.set(slot);
        }
      }
    }
    return new Repeats(mask, twice);
  }

  boolean maybe(long hi) {
    return twice.get(slot(hi, mask));
  }

  /** Keys are hashes already, but those of one part are alike modulo the number of parts. */
  private static int slot(long hi, int mask) {
    return (int) ((hi * 0x9E3779B97F4A7C15L) >>> 33) & mask;
  }
}
