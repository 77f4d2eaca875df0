package hallmetrics.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.HallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition appears whole and is never made anew. */
class EditionsTest {
  private static final String PERIOD = "2026-10";

  @TempDir private Path store;

  private Path publish(int edition) throws IOException {
    Editions editions = new Editions(store);
    Path aside = editions.aside(PERIOD);
    Files.writeString(aside.resolve("text.txt"), "edition " + edition);
    Manifest manifest =
        new Manifest(
            PERIOD,
            edition,
            "",
            "2026-10-31",
            List.of(),
            Map.of(),
            Map.of(),
            "test",
            "",
            "",
            Editions.hashes(aside));
    return editions.publish(aside, manifest);
  }

  @Test
  void theNewestIsTheOneThatCurrentNames() throws IOException {
    publish(1);
    Path second = publish(2);

    assertThat(new Editions(store).newest(PERIOD)).isEqualTo(2);
    assertThat(second.resolve("text.txt")).hasContent("edition 2");
  }

  @Test
  void whereCurrentWasLostTheNewestWholeEditionIsNamedAgain() throws IOException {
    Editions editions = new Editions(store);
    assertThat(editions.settled(PERIOD)).isZero();
    publish(1);
    Path second = publish(2);
    Path pointer = store.resolve("editions/2026-10/CURRENT");
    Files.delete(pointer);

    assertThat(editions.newest(PERIOD)).isZero();
    assertThat(editions.settled(PERIOD)).isEqualTo(2);
    assertThat(editions.newest(PERIOD)).isEqualTo(2);

    Files.delete(pointer);
    Files.writeString(second.resolve("text.txt"), "changed");
    assertThat(editions.settled(PERIOD)).as("what is not whole is not named").isEqualTo(1);
  }

  @Test
  void whereCurrentWasLostNothingIsOverwritten() throws IOException {
    Path first = publish(1);
    publish(2);
    Files.delete(store.resolve("editions/2026-10/CURRENT"));

    assertThatThrownBy(() -> publish(1))
        .isInstanceOfSatisfying(
            HallException.class, fault -> assertThat(fault.where()).contains("CURRENT"));
    assertThat(first.resolve("text.txt")).hasContent("edition 1");
  }
}
