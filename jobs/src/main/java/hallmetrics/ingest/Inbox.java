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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** What two files share only if they hold the same bytes; of a delivery, its SHA-256. */
  @FunctionalInterface
  public interface Identity {
    /** The identity of a file; several threads ask. */
    String of(Path file) throws IOException;
  }

  /**
   * Looks for unread files whose as_of is not after a day, and how many speak for a later one.
   *
   * @param known what need not be read again
   * @param asOf as_of day given by hand for all files, or null
   * @param identity tells whether two files hold the same bytes
   */
  public Found look(LocalDate day, Known known, @Nullable LocalDate asOf, Identity identity) {
    List<Told> told = new ArrayList<>();
    List<Told> later = new ArrayList<>();
    for (SourceSpec source : sources) {
      for (Path file : files(source)) {
        Optional<Instant> speaks = asOf(source, file, asOf);
        boolean due = speaks.isEmpty() || !Shanghai.date(speaks.get()).isAfter(day);
        (due ? told : later).add(new Told(source, file, speaks.orElse(null)));
      }
    }
    List<Unread> all =
        told.parallelStream()
            .map(one -> unread(one.source(), one.file(), one.orNever(), identity))
            .toList();
    Sorting sorting = new Sorting(known);
    // of two files with the same bytes the one whose day is known is read
    for (boolean dated : List.of(true, false)) {
      for (int i = 0; i < all.size(); i++) {
        if (dated == (told.get(i).speaks() != null)) {
          sorting.sort(all.get(i), told.get(i).file(), dated);
        }
      }
    }
    return sorting.found(later(later, known, identity));
  }

  /** They are not read today, so only those are that may have been before. */
  private static Found.Later later(List<Told> files, Known known, Identity identity) {
    Set<String> waiting = new HashSet<>();
    LocalDate earliest = null;
    try {
      Newcomers lazy =
          new Newcomers(identity, known.sizes(), files.stream().map(Told::file).toList());
      for (Told one : files) {
        String sha256 = lazy.of(one.file());
        if (known.settled(one.source(), sha256, true).isEmpty() && waiting.add(sha256)) {
          LocalDate speaks = Shanghai.date(one.orNever());
          earliest = earliest == null || speaks.isBefore(earliest) ? speaks : earliest;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Found.Later(waiting.size(), earliest);
  }

  /** A file of a source with the instant it speaks for; null where its name does not say. */
  private record Told(SourceSpec source, Path file, @Nullable Instant speaks) {
    Instant orNever() {
      return speaks == null ? Instant.EPOCH : speaks;
    }
  }

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
        : AsOf.of(source, Sorting.fileName(file));
  }

  private boolean matches(SourceSpec source, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(folder) && matcher(source).matches(folder.relativize(absolute));
  }

  private static PathMatcher matcher(SourceSpec source) {
    return FileSystems.getDefault().getPathMatcher("glob:" + source.location());
  }

  /** Whether a file lies in the inbox, at a place sources look into or not. */
  public boolean holds(Path file) {
    return file.toAbsolutePath().normalize().startsWith(folder);
  }

  /**
   * The sources that claim a file of the inbox where it lies. The first reads it, as {@link #look}
   * sorts them: those that can tell the day it speaks for come first.
   */
  public List<SourceSpec> claiming(Path file) {
    return sources.stream()
        .filter(one -> matches(one, file))
        .sorted(Comparator.comparing(one -> asOf(one, file, null).isEmpty()))
        .toList();
  }

  /** The sources that would claim a file of that name at the right place. */
  public List<SourceSpec> named(Path file) {
    Path name = Path.of(Sorting.fileName(file));
    return sources.stream().filter(one -> name(one).matches(name)).toList();
  }

  private static PathMatcher name(SourceSpec source) {
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
