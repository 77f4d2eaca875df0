package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.fault.Problems;
import hallmetrics.settings.SiteLoader;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfSetsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "conf/template",
        "scripts/verify/real-data.d/messages",
        "scripts/verify/real-data.d/replies",
        "scripts/verify/real-data.d/permits",
        "scripts/verify/real-data.d/complaints",
        "scripts/verify/real-data.d/survey"
      })
  void everyConfSetIsASiteWithoutProblems(String folder) {
    Problems problems = new Problems();
    SiteLoader.load(Path.of("..").resolve(folder), problems);

    assertThat(problems.list()).isEmpty();
  }
}
