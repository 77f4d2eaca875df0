package hallmetrics.ingest;

import hallmetrics.record.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of files that were looked at before, so that years of deliveries are not read every
 * night only to see that they are known. A file is the same when its identity, size, time of change
 * and time of status change are: whatever writes to it moves the last, which no program can set. A
 * change within two seconds before a look could have gone unseen by the clock; such a file is read
 * again.
 *
 * <p>Nothing but speed hangs on the file it is kept in: lost or damaged, every file is read. Names
 * of files are not kept, they may name persons. Several threads may ask.
 */
public final class SeenFiles {
  private static final Duration TOO_FRESH = Duration.ofSeconds(2);
  private static final String SEAL = "seal\t";

  private final Path index;
  private final Clock clock;
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> now = new ConcurrentSkipListMap<>();
  private final Set<Path> familiar = new ConcurrentSkipListSet<>();

  private SeenFiles(Path index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  /** What an index knows; one that is absent, cut short or altered knows nothing. */
  public static SeenFiles of(Path index, Clock clock) throws IOException {
    SeenFiles seen = new SeenFiles(index, clock);
    String text;
    try {
      text = Files.readString(index, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException first) {
      return seen;
    }
    int end = text.lastIndexOf(SEAL);
    if (end >= 0 && text.equals(sealed(text.substring(0, end)))) {
      for (String line : text.substring(0, end).lines().toList()) {
        int tab = line.indexOf('\t');
        seen.known.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return seen;
  }

  /** A wrong hash would let a known file in again: the index answers for itself. */
  private static String sealed(String body) {
    CRC32C sum = new CRC32C();
    sum.update(body.getBytes(StandardCharsets.ISO_8859_1));
    return body + SEAL + Long.toHexString(sum.getValue()) + "\n";
  }

  /** The SHA-256 of a file, from its bytes unless it is the one seen before. */
  public String sha256(Path file) throws IOException {
    String stamp = stamp(file);
    String before = stamp == null ? null : known.get(stamp);
    String sha256 = before == null ? Delivery.sha256(file) : before;
    if (before != null) {
      familiar.add(file);
    }
    if (stamp != null && stamp.equals(stamp(file))) {
      now.put(stamp, sha256);
    }
    return sha256;
  }

  /** Whether a file that was looked at is one the index knew: it lay there at an earlier look. */
  public boolean knew(Path file) {
    return familiar.contains(file);
  }

  /** Keeps what was seen, and nothing of files that are gone. */
  public void save() throws IOException {
    if (known.equals(now)) {
      return;
    }
    StringBuilder body = new StringBuilder();
    now.forEach((stamp, sha256) -> body.append(stamp).append('\t').append(sha256).append('\n'));
    Path folder = index.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path aside = index.resolveSibling(index.getFileName() + ".new");
    Files.writeString(aside, sealed(body.toString()), StandardCharsets.ISO_8859_1);
    Files.move(aside, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Null where the file system does not tell, or tells of a change just now. */
  private @Nullable String stamp(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return null;
    }
    Map<String, Object> facts = Files.readAttributes(file, "unix:dev,ino,size");
    Instant written = Files.getLastModifiedTime(file).toInstant();
    Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    if (changed.isAfter(clock.instant().minus(TOO_FRESH))) {
      return null;
    }
    return String.join(
        ":",
        String.valueOf(facts.get("dev")),
        String.valueOf(facts.get("ino")),
        String.valueOf(facts.get("size")),
        written.toString(),
        changed.toString());
  }
}
