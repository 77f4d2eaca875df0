package hallmetrics.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
  private static final RowComparison<FateRow> FATES =
      new RowComparison<>("fates", FateRow.class, Set.of("delivery", "fate", "reason"));

  @Test
  void anotherOrderIsNoDifference() {
    assertThat(
            FATES.of(
                List.of(accepted("a", 1), accepted("b", 2), accepted("b", 2)),
                List.of(accepted("b", 2), accepted("a", 1), accepted("b", 2))))
        .isEmpty();
  }

  @Test
  void aRowOfTheSameNameIsToldCellByCell() {
    assertThat(FATES.of(List.of(accepted("a", 1)), List.of(accepted("a", 3))))
        .containsExactly(
            new DifferenceRow("fates", "delivery=a fate=ACCEPTED", "records", "1", "3"));
  }

  @Test
  void aRowOnlyOneSideHasIsNamed() {
    FateRow rejected = new FateRow("a", "s", "t", "REJECTED", "missing", 1);
    assertThat(
            FATES.of(
                List.of(accepted("a", 1), accepted("a", 1)), List.of(accepted("a", 1), rejected)))
        .containsExactly(
            new DifferenceRow("fates", "delivery=a fate=ACCEPTED", "", "有", "无"),
            new DifferenceRow("fates", "delivery=a fate=REJECTED reason=missing", "", "无", "有"));
  }

  private static FateRow accepted(String delivery, long records) {
    return new FateRow(delivery, "s", "t", "ACCEPTED", null, records);
  }
}
