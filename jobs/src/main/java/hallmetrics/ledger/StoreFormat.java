package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** The file {@code FORMAT} at the store's root: what this folder is, and of which version. */
final class StoreFormat {
  private static final String FILE = "FORMAT";
  private static final String NAME = "hallmetrics-store";
  private static final int VERSION = 1;

  private StoreFormat() {}

  /** Whether a store is there. */
  static boolean exists(StoreLocation location) {
    return StoreFaults.guard(
        location,
        () ->
            location.remote()
                ? remote(location).newInputFile(FILE).exists()
                : Files.exists(location.folder().resolve(FILE)));
  }

  /**
   * Checks that a store is there and of a version this program reads.
   *
   * @throws HallException {@code store-absent} or {@code store-format}, exit 2
   */
  static void check(StoreLocation location) {
    if (!exists(location)) {
      throw HallException.of("store-absent", ExitStatus.USAGE, "这里没有数据仓")
          .english("there is no store here")
          .where(location.root())
          .next("检查 site.yaml 的 store: 或 --store；新站先运行 hall nightly 建立。")
          .build();
    }
    String text = StoreFaults.guard(location, () -> read(location)).strip();
    if (!text.equals(NAME + " " + VERSION)) {
      throw HallException.of("store-format", ExitStatus.USAGE, "数据仓的格式版本本程序不认识：" + text)
          .english("this program reads '" + NAME + " " + VERSION + "', the store says: " + text)
          .where(location.root() + "/" + FILE)
          .next("改用写出该数据仓的版本，或按 CHANGELOG.md 升级。")
          .build();
    }
  }

  /**
   * Marks a new store; only under the run lock.
   *
   * @throws HallException {@code store-foreign}, exit 2, when the folder holds something else
   */
  static void create(StoreLocation location) {
    StoreFaults.guard(
        location,
        () -> {
          try {
            write(location);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return location;
        });
  }

  private static void write(StoreLocation location) throws IOException {
    byte[] text = (NAME + " " + VERSION + "\n").getBytes(StandardCharsets.UTF_8);
    if (location.remote()) {
      try (PositionOutputStream out = remote(location).newOutputFile(FILE).create()) {
        out.write(text);
      }
      return;
    }
    Path folder = location.folder();
    foreign(folder);
    Files.createDirectories(folder.resolve("warehouse"));
    Path aside = folder.resolve(FILE + ".new");
    Files.write(aside, text);
    Files.move(aside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void foreign(Path folder) throws IOException {
    List<String> ours = List.of(RunLock.FILE, FILE + ".new", "warehouse");
    try (Stream<Path> held = Files.list(folder)) {
      List<String> others =
          held.map(path -> path.getFileName().toString())
              .filter(name -> !ours.contains(name))
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        throw HallException.of("store-foreign", ExitStatus.USAGE, "该目录不是数据仓，也不是空目录")
            .english("the folder is neither a store nor empty: " + others.get(0))
            .where(folder.toString())
            .next("给 --store 或 site.yaml 的 store: 一个空目录。")
            .build();
      }
    }
  }

  private static String read(StoreLocation location) {
    try {
      if (!location.remote()) {
        return Files.readString(location.folder().resolve(FILE), StandardCharsets.UTF_8);
      }
      InputFile file = remote(location).newInputFile(FILE);
      try (InputStream in = file.newStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoreIO remote(StoreLocation location) {
    StoreIO io = new StoreIO();
    io.setConf(new Configuration());
    io.initialize(Map.of(StoreIO.ROOT, location.root()));
    return io;
  }
}
