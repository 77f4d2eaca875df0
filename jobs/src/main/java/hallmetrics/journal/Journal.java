package hallmetrics.journal;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The records of a store's nights: {@code runs/<start>-<run or verb>.json}. Names sort as the
 * nights began, so that the last few are found without opening the others.
 */
public final class Journal {
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS", Locale.ROOT)
          .withZone(hallmetrics.time.Shanghai.ZONE);

  private final Path folder;
  private final BiConsumer<Path, HallException> damaged;

  /** The journal in a store's folder; a damaged record ends whoever reads it. */
  public Journal(Path store) {
    this(
        store,
        (file, fault) -> {
          throw fault;
        });
  }

  /**
   * The journal in a store's folder.
   *
   * @param damaged is told of each record that cannot be read, with {@code record-damaged}, exit 3;
   *     where it throws nothing the others are read all the same
   */
  public Journal(Path store, BiConsumer<Path, HallException> damaged) {
    this.folder = store.resolve("runs");
    this.damaged = damaged;
  }

  /**
   * Adds a record; one that is there is never replaced.
   *
   * @return its file
   */
  public Path add(NightRecord record) throws IOException {
    String name = name(record.started(), Objects.requireNonNullElse(record.run(), record.verb()));
    Path file = folder.resolve(name + ".json");
    for (int again = 2; Files.exists(file); again++) {
      file = folder.resolve(name + "_" + again + ".json");
    }
    WholeFile.write(file, NightJson.text(record));
    return file;
  }

  private static String name(Instant started, String what) {
    return START.format(started) + "-" + what;
  }

  /**
   * The newest records that are wanted, the newest first.
   *
   * @param most how many at most
   * @throws UncheckedIOException if the folder cannot be read
   */
  public List<NightRecord> newest(int most, Predicate<NightRecord> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).endsWith(".json") && !name(file).startsWith("."))
          .sorted(Comparator.comparing((Path file) -> name(file)).reversed())
          .flatMap(file -> read(file).stream())
          .filter(wanted)
          .limit(most)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The newest record that is wanted. */
  public Optional<NightRecord> newest(Predicate<NightRecord> wanted) {
    return newest(1, wanted).stream().findFirst();
  }

  /** Where the gauges for Prometheus are. */
  public Path gauges() {
    return folder.resolve("metrics.prom");
  }

  private Optional<NightRecord> read(Path file) {
    try {
      return Optional.of(NightJson.read(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException wrong) {
      damaged.accept(file, fault(file, wrong));
      return Optional.empty();
    }
  }

  private static HallException fault(Path file, Exception wrong) {
    return HallException.of("record-damaged", ExitStatus.REFUSED, "一份运行记录读不懂，已损坏或出自别的版本")
        .english("a record of a night is damaged or of another version: " + wrong.getMessage())
        .where(file.toString())
        .next("把该文件移出 runs 目录；台账与已发布各版不靠它。")
        .build(wrong);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
