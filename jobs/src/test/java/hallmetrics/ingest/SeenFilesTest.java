package hallmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.record.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that did not change is not read again, and nothing else is ever taken for it. */
class SeenFilesTest {
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
  private static final String FALSE_HASH = "0".repeat(64);

  @TempDir private Path folder;

  private Path index;
  private Path file;
  private String hash = "";

  @BeforeEach
  void aFileSeenBefore() throws IOException {
    index = folder.resolve("inbox.seen");
    file = Files.writeString(folder.resolve("pj_13800138000.csv"), "a,b\n1,2\n");
    hash = Delivery.sha256(file);
    look(LATER);
  }

  private String look(Clock clock) throws IOException {
    SeenFiles seen = SeenFiles.of(index, clock);
    String found = seen.sha256(file);
    seen.save();
    return found;
  }

  /** Swaps the hash in the index: only who reads the file itself still tells the true one. */
  private void forge(boolean sealed) throws IOException {
    String text = Files.readString(index).replace(hash, FALSE_HASH);
    if (sealed) {
      String body = text.substring(0, text.lastIndexOf("seal"));
      java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
      sum.update(body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      text = body + "seal\t" + Long.toHexString(sum.getValue()) + "\n";
    }
    Files.writeString(index, text);
  }

  @Test
  void anUnchangedFileIsNotRead() throws IOException {
    forge(true);
    assertThat(look(LATER)).isEqualTo(FALSE_HASH);
  }

  @Test
  void aDamagedIndexKnowsNothing() throws IOException {
    forge(false);
    assertThat(look(LATER)).isEqualTo(hash);
    Files.writeString(index, Files.readString(index).substring(0, 40));
    assertThat(look(LATER)).isEqualTo(hash);
    Files.delete(index);
    assertThat(look(LATER)).isEqualTo(hash);
  }

  @Test
  void otherBytesOfOneSizeAndTimeAreRead() throws IOException {
    FileTime written = Files.getLastModifiedTime(file);
    Files.writeString(file, "a,b\n1,3\n");
    Files.setLastModifiedTime(file, written);
    assertThat(look(LATER)).isEqualTo(Delivery.sha256(file)).isNotEqualTo(hash);
  }

  @Test
  void aFileOfThisMomentIsNotKept() throws IOException {
    Files.delete(index);
    look(Clock.systemUTC());
    assertThat(index).doesNotExist();
  }

  @Test
  void noNameIsKept() throws IOException {
    assertThat(Files.readString(index)).doesNotContain("13800138000").contains(hash);
  }
}
