package hallmetrics.ingest;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.record.Delivery;
import hallmetrics.source.AsOf;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.Shanghai;
import hallmetrics.value.Mask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of every source's location, and which of them are not yet deliveries. */
public final class Inbox {
  private final Path folder;
  private final List<SourceSpec> sources;

  /** The inbox of a site. */
  public Inbox(Path folder, List<SourceSpec> sources) {
    this.folder = folder;
    this.sources = sources;
  }

  /**
   * What was found.
   *
   * @param unread files to read, by name
   * @param undated files whose as_of cannot be told: REFUSED {@code no-as-of}
   * @param repeated names of files whose bytes came before under another name
   */
  public record Found(List<Unread> unread, List<Unread> undated, List<String> repeated) {}

  /** What two files share only if they hold the same bytes; of a delivery, its SHA-256. */
  @FunctionalInterface
  public interface Identity {
    /** The identity of a file; several threads ask. */
    String of(Path file) throws IOException;
  }

  /**
   * Looks for unread files whose as_of is not after a day.
   *
   * @param known names by SHA-256 of deliveries that are not read again
   * @param asOf as_of day given by hand for all files, or null
   * @param identity tells whether two files hold the same bytes
   */
  public Found look(
      LocalDate day, Map<String, String> known, @Nullable LocalDate asOf, Identity identity) {
    List<Told> told = new ArrayList<>();
    for (SourceSpec source : sources) {
      for (Path file : files(source)) {
        Optional<Instant> speaks = asOf(source, file, asOf);
        if (speaks.isEmpty() || !Shanghai.date(speaks.get()).isAfter(day)) {
          told.add(new Told(source, file, speaks.orElse(null)));
        }
      }
    }
    List<Unread> all =
        told.parallelStream()
            .map(one -> unread(one.source(), one.file(), one.orNever(), identity))
            .toList();
    List<Unread> unread = new ArrayList<>();
    List<Unread> undated = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    Map<String, String> seen = new HashMap<>(known);
    for (int i = 0; i < all.size(); i++) {
      Unread found = all.get(i);
      String before = seen.putIfAbsent(found.delivery().sha256(), found.delivery().name());
      if (before != null) {
        if (!before.equals(found.delivery().name())) {
          repeated.add(found.delivery().name());
        }
      } else if (told.get(i).speaks() == null) {
        undated.add(found);
      } else {
        unread.add(found);
      }
    }
    unread.sort(BY_NAME);
    return new Found(unread, undated, repeated);
  }

  /** A file of a source with the instant it speaks for; null where its name does not say. */
  private record Told(SourceSpec source, Path file, @Nullable Instant speaks) {
    Instant orNever() {
      return speaks == null ? Instant.EPOCH : speaks;
    }
  }

  private static final Comparator<Unread> BY_NAME =
      Comparator.comparing((Unread file) -> fileName(Path.of(file.delivery().path())))
          .thenComparing(file -> file.delivery().sha256());

  /**
   * A file named by hand; its source is told by name or by the only location it matches.
   *
   * @throws HallException {@code file-missing}, {@code source-unknown}, exit 2
   */
  public Unread named(Path file, @Nullable String sourceName, @Nullable LocalDate asOf) {
    if (!Files.isRegularFile(file)) {
      throw HallException.of("file-missing", ExitStatus.USAGE, "找不到文件 " + Mask.path(file))
          .next("核对路径后重试。")
          .build();
    }
    SourceSpec source = source(file, sourceName);
    Instant speaks =
        asOf(source, file, asOf)
            .orElseThrow(
                () ->
                    HallException.of("no-as-of", ExitStatus.REFUSED, "看不出这份文件截至哪一天")
                        .where(Mask.path(file))
                        .next("加上 --as-of 日期，或在 sources/" + source.name() + ".yaml 写 as_of。")
                        .build());
    return unread(source, file, speaks);
  }

  private SourceSpec source(Path file, @Nullable String name) {
    List<SourceSpec> fits =
        sources.stream()
            .filter(one -> name == null ? matches(one, file) : one.name().equals(name))
            .toList();
    if (fits.size() != 1) {
      List<String> names = sources.stream().map(SourceSpec::name).toList();
      throw HallException.of("source-unknown", ExitStatus.USAGE, "不知道这份文件属于哪个来源")
          .where(Mask.path(file))
          .next(
              "用 --source 指明其一："
                  + names
                  + (name == null ? "" : hallmetrics.fault.Nearest.hint(name, names)))
          .build();
    }
    return fits.get(0);
  }

  private static Optional<Instant> asOf(SourceSpec source, Path file, @Nullable LocalDate given) {
    return given != null
        ? Optional.of(Shanghai.startOfDay(given))
        : AsOf.of(source, fileName(file));
  }

  /** The name as delivered: what orders the files of a night and tells their day. */
  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private boolean matches(SourceSpec source, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(folder) && matcher(source).matches(folder.relativize(absolute));
  }

  private static PathMatcher matcher(SourceSpec source) {
    return FileSystems.getDefault().getPathMatcher("glob:" + source.location());
  }

  /** The sources whose location a file matches; wherever it lies, those whose names it matches. */
  public List<SourceSpec> matching(Path file) {
    List<SourceSpec> here = sources.stream().filter(one -> matches(one, file)).toList();
    return here.isEmpty()
        ? sources.stream().filter(one -> named(one).matches(Path.of(fileName(file)))).toList()
        : here;
  }

  private static PathMatcher named(SourceSpec source) {
    String location = source.location();
    return FileSystems.getDefault()
        .getPathMatcher("glob:" + location.substring(location.lastIndexOf('/') + 1));
  }

  /**
   * The files at a source's location, by path.
   *
   * @throws HallException {@code no-inbox}, exit 2, when the inbox does not exist
   */
  public List<Path> files(SourceSpec source) {
    if (!Files.isDirectory(folder)) {
      throw HallException.of("no-inbox", ExitStatus.USAGE, "报送目录不存在：" + folder)
          .english("the inbox does not exist")
          .next("在 site.yaml 改 inbox，或用 --inbox 指定。")
          .build();
    }
    PathMatcher matcher = matcher(source);
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> matcher.matches(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Unread unread(SourceSpec source, Path file, Instant asOf, Identity identity) {
    try {
      String sha256 = identity.of(file);
      return new Unread(source, Delivery.of(source.name(), file, asOf, sha256));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Unread unread(SourceSpec source, Path file, Instant asOf) {
    try {
      return new Unread(source, Delivery.of(source.name(), file, asOf));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
