package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFormatTest {
  @TempDir Path folder;

  @Test
  void anAbsentStoreIsNamedAndNotMade() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> StoreReader.open(StoreLocation.local(none)))
        .hasMessageContaining("[store-absent]")
        .hasMessageContaining(none.toString());
    assertThat(none).doesNotExist();
  }

  @Test
  void aNewStoreSaysItsVersion() throws Exception {
    StoreLocation location = StoreLocation.local(folder);
    StoreFormat.create(location);
    assertThat(folder.resolve("FORMAT")).hasContent("hallmetrics-store 1\n");
    StoreFormat.check(location);
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> StoreFormat.create(StoreLocation.local(folder)))
        .hasMessageContaining("[store-foreign]")
        .hasMessageContaining("letter.txt");
    assertThat(folder.resolve("FORMAT")).doesNotExist();
  }

  @Test
  void aStoreOfANewerProgramIsNotRead() throws Exception {
    Files.writeString(folder.resolve("FORMAT"), "hallmetrics-store 2\n");
    assertThatThrownBy(() -> StoreReader.open(StoreLocation.local(folder)))
        .hasMessageContaining("[store-format]")
        .hasMessageContaining("hallmetrics-store 2");
  }
}
