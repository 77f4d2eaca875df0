package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.night.NightJob;
import hallmetrics.night.NightRequest;
import hallmetrics.run.Progress;
import hallmetrics.run.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night tells, and does not tell again. */
class NightLinesTest {
  private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);

  @TempDir private Path folder;

  @Test
  void aRepeatedFileIsNamedByTheNightThatFirstMeetsIt() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path inbox = site.folder().resolve("inbox/ratings");
    Files.copy(inbox.resolve("pj_20261030.csv"), inbox.resolve("pj_20261031.csv"));
    Files.copy(inbox.resolve("pj_20261030.csv"), inbox.resolve("pj_20261103.csv"));
    String first = "重复报送，不再计：pj_20261031.csv";
    String later = "重复报送，不再计：pj_20261103.csv";

    assertThat(night(site, SECOND)).contains(first).doesNotContain(later);
    assertThat(night(site, SECOND)).doesNotContain("重复报送").contains("没有新的报送");
    assertThat(night(site, SECOND.plusDays(1))).contains(later).doesNotContain(first);
    assertThat(night(site, SECOND.plusDays(2))).doesNotContain("重复报送");
  }

  @Test
  void reasonsThatNoLineHasRoomForAreShownByTheCommandThatIsPrinted() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    for (int i = 0; i < 12; i++) {
      String at = "2026-11-03 09:00:00";
      Files.writeString(
          site.folder().resolve("inbox/ratings/pj_20261103_" + i + ".csv"),
          CaseSite.RATINGS + "N" + i + "," + at + ",9,2,D1,H1,GA,,," + at + ",\n");
    }
    assertThat(site.ends(0, "nightly --dry-run --date 2026-11-03 {site}").out())
        .contains("退回记录：另有 2 种，hall check 文件 逐列列出");

    String said = site.ends(0, "nightly --date 2026-11-03 {site}").out();

    Matcher command = Pattern.compile("另有 2 种，hall (sql .*) \"(.*)\" 全部列出").matcher(said);
    assertThat(command.find()).as(said).isTrue();
    String[] words = (command.group(1) + " \0").split(" ", -1);
    words[words.length - 1] = command.group(2);
    CaseSite.Run all = CaseSite.run(words);
    assertThat(all.status()).as(all.all()).isZero();
    assertThat(all.out()).contains("unknown-code:satisfaction", "（12 行");
  }

  /** A night a minute from now: what lay in the inbox before is no change of just now. */
  private static String night(CaseSite site, LocalDate day) {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
    Workplace workplace =
        Workplace.open(
            site.folder().resolve("conf"), site.folder().resolve("inbox"), site.store().toString());
    NightRequest request = NightRequest.nightly(workplace, day, later, Progress.SILENT);
    return String.join("\n", new NightJob(request).run().lines());
  }
}
