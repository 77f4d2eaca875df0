package hallmetrics.ingest;

import hallmetrics.record.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of files that were looked at before, so that years of deliveries are not read every
 * night only to see that they are known. A file is the same when its identity, size, time of change
 * and time of status change are: whatever writes to it moves the last, which no program can set. A
 * change within two seconds before a look could have gone unseen by the clock; such a file is read
 * again.
 *
 * <p>Nothing but speed hangs on the file it is kept in: lost or unreadable, every file is read.
 * Names of files are not kept, they may name persons.
 */
public final class SeenFiles {
  private static final Duration TOO_FRESH = Duration.ofSeconds(2);
  private static final int FIELDS = 2;

  private final Path index;
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> now = new TreeMap<>();

  private SeenFiles(Path index) {
    this.index = index;
  }

  /** What an index knows; an absent one knows nothing. */
  public static SeenFiles of(Path index) throws IOException {
    SeenFiles seen = new SeenFiles(index);
    try {
      for (String line : Files.readAllLines(index, StandardCharsets.US_ASCII)) {
        String[] fields = line.split("\t", -1);
        if (fields.length == FIELDS) {
          seen.known.put(fields[0], fields[1]);
        }
      }
    } catch (NoSuchFileException first) {
      return seen;
    }
    return seen;
  }

  /** The SHA-256 of a file, from its bytes unless it is the one seen before. */
  public String sha256(Path file) throws IOException {
    String stamp = stamp(file);
    String before = stamp == null ? null : known.get(stamp);
    String sha256 = before == null ? Delivery.sha256(file) : before;
    if (stamp != null && stamp.equals(stamp(file))) {
      now.put(stamp, sha256);
    }
    return sha256;
  }

  /** Keeps what was seen, and nothing of files that are gone. */
  public void save() throws IOException {
    if (known.equals(now)) {
      return;
    }
    List<String> lines = new ArrayList<>();
    now.forEach((stamp, sha256) -> lines.add(stamp + "\t" + sha256));
    Path folder = index.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path aside = index.resolveSibling(index.getFileName() + ".new");
    Files.write(aside, lines, StandardCharsets.US_ASCII);
    Files.move(aside, index, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Null where the file system does not tell, or tells of a change just now. */
  private static @Nullable String stamp(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return null;
    }
    Map<String, Object> facts = Files.readAttributes(file, "unix:dev,ino,size");
    Instant written = Files.getLastModifiedTime(file).toInstant();
    Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
    if (changed.isAfter(Instant.now().minus(TOO_FRESH))) {
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
