package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.Known;
import hallmetrics.ingest.Newcomers;
import hallmetrics.run.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender that clears files away while a night looks costs nobody the night. */
class VanishingTest {
  private static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), Set.of(), Set.of());

  @TempDir private Path folder;

  @Test
  void aFileThatVanishesBetweenTheListingAndTheReadingIsAsIfItHadNeverBeen() throws IOException {
    CaseSite site = CaseSite.lay(folder.resolve("site"));
    Path ratings = site.folder().resolve("inbox/ratings");
    Path later = Files.writeString(ratings.resolve("pj_20261107.csv"), "later");
    Path stays = Files.writeString(ratings.resolve("pj_20261108.csv"), "stays");
    Path due = Files.writeString(ratings.resolve("pj_20261029.csv"), "due");
    Workplace workplace =
        Workplace.open(
            site.folder().resolve("conf"), site.folder().resolve("inbox"), site.store().toString());

    Found found =
        new Inbox(workplace.inbox(), workplace.sources())
            .look(
                LocalDate.of(2026, 11, 2),
                NOTHING,
                null,
                file -> {
                  Files.deleteIfExists(later);
                  Files.deleteIfExists(due);
                  return file + " " + Files.size(file);
                });

    assertThat(found.unread()).extracting(one -> one.delivery().name()).contains("pj_20261030.csv");
    assertThat(found.unread())
        .extracting(one -> one.delivery().name())
        .doesNotContain("pj_20261029.csv");
    assertThat(found.later().files()).isEqualTo(1);
    assertThat(new Newcomers(Path::toString, Set.of(), List.of(later, stays)).of(stays))
        .isEqualTo("new " + stays);
  }
}
