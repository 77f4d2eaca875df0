package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published file the disk refuses to read is named, and hides no other damage. */
class DoctorUnreadableTest {
  /** Opens for everybody, and no byte of it can be read. */
  private static final Path UNREADABLE = Path.of("/proc/self/mem");

  @TempDir private Path folder;

  @Test
  void anUnreadableFileIsDamage() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path edition = site.store().resolve("editions/2026-11-02/1");
    Files.delete(edition.resolve("metrics.parquet"));
    Files.createSymbolicLink(edition.resolve("metrics.parquet"), UNREADABLE);
    Files.delete(edition.resolve("due.parquet"));

    CaseSite.Run doctor = site.hall("doctor {site}");

    assertThat(doctor.status()).as(doctor.all()).isEqualTo(3);
    assertThat(doctor.out())
        .contains("已发布的版次有 2 处损坏")
        .contains(edition.resolve("metrics.parquet") + " 读不了 (unreadable)")
        .contains(edition.resolve("due.parquet") + " 不见了");
  }
}
