package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The catalogue in the jar keeps every law. */
class BuiltInCatalogueTest {

  @Test
  void itLoadsWithoutProblems() {
    Catalogue catalogue = CatalogueLoader.load(Optional.empty());

    assertThat(catalogue.metricIds()).contains("bad_rate", "praise_rate");
  }
}
