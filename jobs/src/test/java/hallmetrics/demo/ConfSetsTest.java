package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.fault.Problems;
import hallmetrics.settings.Site;
import hallmetrics.settings.SiteLoader;
import hallmetrics.source.SourceLoader;
import hallmetrics.source.SourceSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfSetsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "conf/demo",
        "conf/template",
        "scripts/verify/real-data.d/messages",
        "scripts/verify/real-data.d/replies",
        "scripts/verify/real-data.d/permits",
        "scripts/verify/real-data.d/complaints",
        "scripts/verify/real-data.d/survey"
      })
  void everyConfSetIsASiteWithoutProblems(String folder) {
    Problems problems = new Problems();
    Site site = SiteLoader.load(Path.of("..").resolve(folder), problems);
    List<SourceSpec> sources =
        SourceLoader.load(site.sources(), site.catalogue().tables(), problems);

    assertThat(problems.list()).isEmpty();
    assertThat(sources).isNotEmpty();
  }
}
