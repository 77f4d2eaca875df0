package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --rebuild} and {@code --edition} go together, and with no reason. */
class RebuildUsageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "--rebuild, --edition",
    "--edition 1, --rebuild",
    "--rebuild --edition 1 --reason 无, --reason"
  })
  void halfAQuestionIsRefused(String options, String said) throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    CaseSite.Run run = site.hall("publish --period 2026-10 " + options + " {site}");
    assertThat(run.status()).as(run.all()).isEqualTo(2);
    assertThat(run.err()).contains("[usage]", said, "下一步：");
  }
}
