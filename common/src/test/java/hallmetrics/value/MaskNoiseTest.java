package hallmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Identifiers planted among noise are hidden by mask and scrubber. */
class MaskNoiseTest {
  private static final List<String> CANARIES =
      List.of("13987654321", "110105199003072316", "11010519491231002X", "6222020200012345678");
  private static final String[] NOISE = {
    "", "请", " ", "，电话：", "x", "(", "a", "\t", "号", "2026-01-05 "
  };

  private static void clean(String what, Object text) {
    for (String canary : CANARIES) {
      assertThat(String.valueOf(text)).as(what).doesNotContain(canary);
    }
  }

  @Test
  void maskAndScrubberHideThemAmongNoise() {
    for (long seed = 1; seed <= 5_000; seed++) {
      Random random = new Random(seed);
      String canary = CANARIES.get(random.nextInt(CANARIES.size()));
      String text =
          NOISE[random.nextInt(NOISE.length)] + canary + " " + NOISE[random.nextInt(NOISE.length)];
      clean("mask, seed " + seed, Mask.of(text));
      clean("scrubber, seed " + seed, Scrubber.scrub(text));
    }
  }
}
