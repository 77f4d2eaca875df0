package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} without a file, through the front door. */
class CheckConfTest {
  @TempDir private Path folder;

  @Test
  void aSitesOwnFilesAreNamedBelowItsFolderAndTheEndTellsOfAMissingInbox() throws IOException {
    TestSession.get();
    CaseSite site = CaseSite.lay(folder.resolve("site"));
    Path relative = Path.of("").toAbsolutePath().relativize(site.folder().resolve("conf"));
    CaseSite.Run run =
        CaseSite.run(
            "check",
            "--conf",
            relative.toString(),
            "--store",
            site.store().toString(),
            "--inbox",
            folder.resolve("nowhere").toString());

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("ratings ")))
        .singleElement()
        .asString()
        .contains("sources/ratings.yaml:1")
        .doesNotContain("内置");
    assertThat(run.out()).contains("内置 gates/gates.yaml", "内置 catalogue/evaluation.yaml");
    assertThat(run.out().lines().reduce((one, next) -> next).orElse(""))
        .contains("报送目录不存在", "[no-inbox]");
  }
}
