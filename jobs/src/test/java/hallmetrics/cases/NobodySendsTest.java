package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody sends is not received: neither zero percent nor a duty somebody is late with. */
class NobodySendsTest {
  private static final String METRICS =
      "metrics --period 2026-10 --metric rectification_rate --metric rectification_on_time_rate"
          + " --scope ALL {site}";

  @TempDir private Path folder;

  @Test
  void badRatingsWithoutALedgerOfTheirAnswersAreNotUnanswered() throws IOException {
    CaseSite site = CaseSite.lay(folder.resolve("site"));
    Path answers = site.folder().resolve("inbox/rect/zg_20261030.csv");
    String sent = Files.readString(answers);
    Files.delete(answers);
    site.ends(0, "nightly --date 2026-11-02 {site}").out();

    assertThat(site.ends(0, METRICS).out().lines().filter(line -> line.contains("rectification")))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("NOT_RECEIVED"));
    assertThat(due(site, "2026-11-02")).doesNotContain("BAD_RATING");

    Files.writeString(site.folder().resolve("inbox/rect/zg_20261103.csv"), sent);
    site.ends(0, "nightly --date 2026-11-03 {site}").out();

    assertThat(site.ends(0, METRICS).out())
        .contains("rectification_rate")
        .doesNotContain("NOT_RECEIVED");
    assertThat(due(site, "2026-11-03")).contains("BAD_RATING").contains("+08:00");
  }

  private static String due(CaseSite site, String day) throws IOException {
    Path edition = new Editions(site.store()).current(day).orElseThrow();
    return Files.readString(edition.resolve("due.csv"));
  }
}
