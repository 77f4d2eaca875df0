package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistogramQuantileTest {
  private static OptionalLong quantile(Map<Long, Long> counts, double q) {
    return HistogramQuantile.of(new TreeMap<>(counts), q);
  }

  @Test
  void theLeastValueThatCoversThePart() {
    Map<Long, Long> days = Map.of(1L, 5L, 2L, 2L, 3L, 2L, 9L, 1L);
    assertThat(quantile(days, 0.5)).hasValue(1);
    assertThat(quantile(days, 0.7)).as("0.7 · 10 is 7, not 7.000000000000001").hasValue(2);
    assertThat(quantile(days, 0.71)).hasValue(3);
    assertThat(quantile(days, 0.9)).hasValue(3);
    assertThat(quantile(days, 1)).hasValue(9);
  }

  @Test
  void nothingHasNoQuantile() {
    assertThat(quantile(Map.of(), 0.5)).isEmpty();
    assertThat(quantile(Map.of(4L, 0L), 0.5)).isEmpty();
    assertThat(quantile(Map.of(4L, 0L, 7L, 1L), 0.01)).hasValue(7);
  }

  @Test
  void refusesWhatIsNoPart() {
    assertThatIllegalArgumentException().isThrownBy(() -> quantile(Map.of(1L, 1L), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> quantile(Map.of(1L, 1L), 1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> quantile(Map.of(1L, -1L), 0.5));
  }
}
