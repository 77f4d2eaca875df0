package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.region.Hall;
import hallmetrics.region.Org;
import hallmetrics.region.Registers;
import hallmetrics.settings.SiteLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RegistersOfTheCityTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
  private final Registers registers = SiteLoader.load(Path.of("../conf/demo")).registers();

  @Test
  void theCityIsAsLargeAsItsReadmeSays() {
    assertThat(registers.regions(FIRST, LAST)).hasSize(16);
    assertThat(registers.orgs(FIRST, LAST)).hasSize(60);
    assertThat(registers.halls(FIRST, LAST)).hasSize(30);
    assertThat(registers.windows(FIRST, LAST)).hasSize(192);
    assertThat(City.read(Path.of("../conf/demo")).items).hasSize(120);
  }

  @Test
  void everySocialCreditCodeHasItsCheckDigit() {
    for (Org org : registers.orgs(FIRST, LAST)) {
      String code = String.valueOf(org.uscc());
      assertThat(code).hasSize(18);
      int sum = 0;
      for (int i = 0; i < 17; i++) {
        sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
      }
      assertThat(code.charAt(17)).as(code).isEqualTo(ALPHABET.charAt((31 - sum % 31) % 31));
    }
  }

  @Test
  void everyHallStandsInARegionOfTheCity() {
    for (Hall hall : registers.halls(FIRST, LAST)) {
      assertThat(registers.resolveRegion(hall.regionId(), LAST)).as(hall.name()).isNotNull();
    }
  }

  @Test
  void theRetiredCodeMeansItsSuccessor() {
    assertThat(registers.resolveRegion("360721", LAST)).isEqualTo("360704");
    assertThat(registers.isRetired("360721", LAST)).isTrue();
  }
}
