package hallmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  @Test
  void everyRepetitionIsSeenAndFewOthersAre() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<KeyBlock> blocks = List.of(new KeyBlock(), new KeyBlock(), new KeyBlock());
      List<Long> keys = new ArrayList<>();
      Set<Long> twice = new HashSet<>();
      for (int i = 0; i < 5_000; i++) {
        boolean again = !keys.isEmpty() && random.nextInt(100) == 0;
        // keys of one part agree in what they leave when divided by the number of parts
        long hi = again ? keys.get(random.nextInt(keys.size())) : random.nextLong() << 5;
        if (again) {
          twice.add(hi);
        }
        keys.add(hi);
        blocks.get(random.nextInt(3)).add(entry(hi, i));
      }
      Repeats repeats = Repeats.of(blocks);
      assertThat(twice).as("seed %d", seed).allMatch(repeats::maybe);
      long doubted = keys.stream().filter(repeats::maybe).count();
      assertThat(doubted).as("seed %d", seed).isLessThan(1_000);
    }
  }

  private static Entry entry(long hi, int line) {
    return new Entry(0, hi, line, 1, 1, 0, line, line, 24_000, Entry.Kind.KEYED);
  }
}
