package hallmetrics.edition;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * The published editions of a store: {@code editions/<period>/<n>/}. An edition appears whole or
 * not at all: written aside, verified, fsynced, renamed, {@code CURRENT} last; afterwards it is
 * never changed. One writer at a time (the store's run lock).
 */
public final class Editions {
  private static final String MANIFEST = "manifest.json";
  private final Path root;

  /** The editions below a store's folder. */
  public Editions(Path store) {
    this.root = store.resolve("editions");
  }

  /** The newest whole edition of a period (what CURRENT names); empty when there is none. */
  public Optional<Path> current(String period) {
    Path pointer = root.resolve(period).resolve("CURRENT");
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    return Optional.of(root.resolve(period).resolve(text(pointer).strip()));
  }

  /** Every period with an edition, sorted. */
  public List<String> periods() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("CURRENT")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The number of the newest edition of a period, 0 when there is none. */
  public int newest(String period) {
    return current(period).map(path -> Integer.parseInt(path.getFileName().toString())).orElse(0);
  }

  /** The folder of an edition that was published. */
  public Path folder(String period, int edition) {
    return root.resolve(period).resolve(Integer.toString(edition));
  }

  /**
   * The folder of an edition that stands, whether or not a newer one does.
   *
   * @throws HallException {@code edition-unknown}, exit 2
   */
  public Path standing(String period, int edition) {
    int newest = newest(period);
    if (edition >= 1 && edition <= newest) {
      return folder(period, edition);
    }
    String there =
        newest == 0
            ? period + " 没有发布过；有版次的周期：" + String.join("、", periods())
            : period + " 有第1版" + (newest == 1 ? "" : "至第" + newest + "版");
    throw HallException.of(
            "edition-unknown", ExitStatus.USAGE, "没有这一版：" + period + " 第" + edition + "版")
        .english("no such edition")
        .where(there)
        .next("核对 --period 与 --edition；hall status 列出已有的版次。")
        .build();
  }

  /** An empty folder aside, to be filled and handed to {@link #publish}; leftovers are removed. */
  public Path aside(String period) {
    Path aside = root.resolve(period).resolve(".aside");
    try {
      FileUtils.deleteDirectory(aside.toFile());
      return Files.createDirectories(aside);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** SHA-256 of every file below a folder except the manifest, by relative path with slashes. */
  public static Map<String, String> hashes(Path folder) {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(MANIFEST)) {
          hashes.put(name, sha256(file));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return hashes;
  }

  /**
   * Publishes what was written aside as edition {@code manifest.edition()}: writes the manifest,
   * syncs every file, renames the folder, then moves CURRENT.
   *
   * @return the edition's folder
   * @throws UncheckedIOException if the disk refuses; nothing is published then
   * @throws HallException {@code edition-damaged}, exit 3, where an edition of a greater number
   *     lies
   */
  public Path publish(Path aside, Manifest manifest) {
    Path target = folder(manifest.period(), manifest.edition());
    try {
      Files.writeString(aside.resolve(MANIFEST), manifest.toJson());
      sync(aside);
      requireNewest(manifest.period(), manifest.edition());
      // A folder of this number without CURRENT naming it was cut off before it became whole.
      FileUtils.deleteDirectory(target.toFile());
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      pointer(manifest.period()).move(manifest.edition());
      return target;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Names the newest whole edition of a period again where CURRENT was lost, or a cut came between
   * the folder and CURRENT: what stands whole is never made anew. Only who may publish calls it.
   *
   * @return the number CURRENT names; 0 where there is no whole edition
   */
  public int settled(String period) {
    Pointer pointer = pointer(period);
    int edition = newest(period) == 0 ? pointer.greatest() : 0;
    while (edition > 0 && !isWhole(folder(period, edition))) {
      edition--;
    }
    if (edition > 0) {
      try {
        pointer.move(edition);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return newest(period);
  }

  private static boolean isWhole(Path edition) {
    return Files.exists(edition.resolve(MANIFEST)) && faults(edition).isEmpty();
  }

  private Pointer pointer(String period) {
    return new Pointer(root.resolve(period));
  }

  /** Where a greater number lies, CURRENT was lost: what it named must not be made anew. */
  private void requireNewest(String period, int edition) {
    Pointer pointer = pointer(period);
    int greatest = pointer.greatest();
    if (greatest > edition) {
      throw damaged(pointer.file() + " 没有指向最新一版，而 " + folder(period, greatest) + " 已在");
    }
  }

  /**
   * The manifest of an edition's folder.
   *
   * @throws HallException {@code edition-damaged}, exit 3, when it is missing or no manifest
   */
  public static Manifest manifest(Path edition) {
    Path file = edition.resolve(MANIFEST);
    try {
      return Manifest.fromJson(text(file));
    } catch (UncheckedIOException | IllegalArgumentException unreadable) {
      throw damaged(file + " 不见了或读不懂 (missing or unreadable)");
    }
  }

  /**
   * Files of an edition that are missing, added or differ from its manifest, each a sentence; empty
   * when it is whole.
   */
  public static List<String> faults(Path edition) {
    List<String> faults = new ArrayList<>();
    Map<String, String> found = hashes(edition);
    Map<String, String> promised = manifest(edition).files();
    promised.forEach(
        (file, hash) -> {
          String now = found.get(file);
          if (now == null) {
            faults.add(edition.resolve(file) + " 不见了 (missing)");
          } else if (!now.equals(hash)) {
            faults.add(edition.resolve(file) + " 内容已变，与清单的 SHA-256 不符 (changed)");
          }
        });
    found.keySet().stream()
        .filter(file -> !promised.containsKey(file))
        .forEach(file -> faults.add(edition.resolve(file) + " 不在清单里 (not in the manifest)"));
    return faults;
  }

  /**
   * The edition's folder after its files were verified.
   *
   * @throws HallException {@code edition-damaged}, exit 3
   */
  public static Path verified(Path edition) {
    List<String> faults = faults(edition);
    if (!faults.isEmpty()) {
      throw damaged(String.join("；", faults));
    }
    return edition;
  }

  /**
   * One file of an edition after it was verified; empty where the edition has none of this name.
   *
   * @throws HallException {@code edition-damaged}, exit 3
   */
  public static Optional<Path> verified(Path edition, String name) {
    String promised = manifest(edition).files().get(name);
    if (promised == null) {
      return Optional.empty();
    }
    Path file = edition.resolve(name);
    if (is(file, promised)) {
      return Optional.of(file);
    }
    throw damaged(file + " 不见了或内容已变，与清单的 SHA-256 不符 (missing or changed)");
  }

  /** Whether a file is there with the bytes of a SHA-256. */
  public static boolean is(Path file, String sha256) {
    try {
      return Files.exists(file) && sha256(file).equals(sha256);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static HallException damaged(String where) {
    return HallException.of("edition-damaged", ExitStatus.REFUSED, "已发布的版本被改动或损坏，不予使用")
        .english("a published edition is damaged")
        .where(where)
        .next("从备份恢复该版的整个目录，再运行 hall doctor。")
        .build();
  }

  private static String sha256(Path file) throws IOException {
    java.security.MessageDigest digest = FiguresHash.sha256();
    byte[] buffer = new byte[1 << 16];
    try (java.io.InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        syncFile(path);
      }
    }
  }

  static void syncFile(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
