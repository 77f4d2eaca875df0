package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night of a day that stands is run again when what decides its figures changed. */
class NothingNewTest {
  private static final String NIGHT = "nightly --date 2026-11-02 {site}";

  @TempDir private Path folder;

  @Test
  void aChangedRegisterReachesTheDayThoughAnotherRunCameBetween() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    assertThat(site.hall(NIGHT).out()).contains("2026-11-02 已发布且没有新的报送");
    Path regions = site.folder().resolve("conf/registers/region.csv");
    Files.writeString(regions, Files.readString(regions).replace("南湾县", "南湾区"));
    assertThat(site.hall("ingest {site}").out()).contains("已入库，未发布版次");

    CaseSite.Run night = site.hall(NIGHT);

    assertThat(night.out()).as(night.all()).contains("已发布日版 2026-11-02 第2版");
    Path edition = new Editions(site.store()).current("2026-11-02").orElseThrow();
    assertThat(Editions.manifest(edition).reason()).isEqualTo("没有新的报送；口径、配置或名录已改。");
    assertThat(site.hall(NIGHT).out()).contains("2026-11-02 已发布且没有新的报送");
  }
}
