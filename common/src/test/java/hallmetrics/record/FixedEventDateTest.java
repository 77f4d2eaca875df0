package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code event_date: fixed} says that the date is part of the key. */
class FixedEventDateTest {
  private static final String FILE =
      "编号,时间,满意度,区划\n"
          + "e1,2026-10-08 09:00:00,5,360702\n"
          + "e1,2026-10-08 18:00:00,1,360702\n"
          + "e1,2026-10-09 09:00:00,5,360702\n";

  @TempDir Path folder;

  private List<String> keys(int movesWithinDays) {
    Fixture fixture = Fixture.ratings();
    fixture.movesWithinDays = movesWithinDays;
    return fixture.mapAll(Fixture.write(folder, FILE)).stream()
        .map(mapped -> ((Mapped.Accepted) mapped).recordKey())
        .toList();
  }

  @Test
  void anotherDayIsAnotherRecord() {
    List<String> keys = keys(0);
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
  }

  @Test
  void whereItMovesTheNumberAloneNamesTheRecord() {
    assertThat(keys(62)).containsOnly(keys(31).get(0));
  }
}
