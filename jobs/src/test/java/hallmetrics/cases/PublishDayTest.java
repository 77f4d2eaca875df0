package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day is made anew by hand, as the night makes it, and only up to the newest decided day. */
class PublishDayTest {
  private static CaseSite base = new CaseSite(Path.of(""));

  @TempDir private Path folder;

  @BeforeAll
  static void oneNight() throws IOException {
    base = CaseSite.decided();
  }

  @Test
  void whatALaterNightReadOfADayIsPublishedByHandWithItsReason() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    Files.writeString(
        site.folder().resolve("inbox/ratings/pj_20261102_late.csv"),
        CaseSite.RATINGS + "L1,2026-11-02 09:00:00,1,2,D1,H1,GA,,,,\n");
    assertThat(site.ends(0, "publish --period 2026-11-02 {site}").out()).contains("第1版与现数一致");
    site.ends(0, "nightly --date 2026-11-03 {site}");
    assertThat(site.ends(0, "nightly --date 2026-11-02 {site}").out()).contains("没有新的报送");

    CaseSite.Run bare = site.ends(2, "publish --period 2026-11-02 {site}");
    CaseSite.Run again = site.ends(0, "publish --period 2026-11-02 --reason 迟到的评价 {site}");

    assertThat(bare.err()).contains("[reason-required]");
    assertThat(again.out()).contains("已发布日版 2026-11-02 第2版");
    Path edition = new Editions(site.store()).current("2026-11-02").orElseThrow();
    assertThat(Editions.manifest(edition).reason()).isEqualTo("迟到的评价");
    assertThat(edition.resolve("due.csv")).exists();
    assertThat(edition.resolve("pack.pdf")).doesNotExist();
    assertThat(site.ends(0, "publish --period 2026-11-02 {site}").out()).contains("第2版与现数一致");
  }

  @Test
  void aDayNobodyDecidedAndASpanOfAnyLengthHaveNoEdition() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));

    assertThat(site.ends(2, "publish --period 2026-11-03 {site}").err()).contains("[period-ahead]");
    assertThat(site.ends(2, "publish --period 2026-09..2026-10 {site}").err())
        .contains("[period-range]", "hall metrics --period");
    assertThat(site.ends(2, "publish --period 2020-01-01 {site}").err()).contains("[no-data]");
  }
}
