package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The generated pages are the catalogue's: {@code mvn test -pl common -Dtest=GeneratedPagesTest
 * -Dgolden.update=true} writes them anew.
 */
class GeneratedPagesTest {
  private final Catalogue catalogue = CatalogueLoader.load(Optional.empty());

  @Test
  void metricsPageIsFresh() throws IOException {
    fresh("metrics.md", MetricPage.of(catalogue));
  }

  @Test
  void sourcesPageIsFresh() throws IOException {
    fresh("sources.md", SourcePage.of(catalogue));
  }

  private static void fresh(String name, String text) throws IOException {
    Path page = Path.of("..", "docs", name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, text);
    }
    assertThat(page).exists().content().isEqualTo(text);
  }
}
