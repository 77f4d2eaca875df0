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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import org.jspecify.annotations.Nullable;

/** The files of every source's location, and which of them are not yet deliveries. */
public final class Inbox {
  private final Path folder;
  private final List<SourceSpec> sources;
  private @Nullable Walk walk;

  /** The inbox of a site; what lies in it is what lies there when it is first asked. */
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
   * Throws {@code inbox-unreadable}, exit 4, where one of that day cannot be read.
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
    List<Optional<Unread>> all = told.parallelStream().map(one -> unread(one, identity)).toList();
    Sorting sorting = new Sorting(known);
    // of two files with the same bytes the one whose day is known is read
    for (boolean dated : List.of(true, false)) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).isPresent() && dated == (told.get(i).speaks() != null)) {
          sorting.sort(all.get(i).get(), told.get(i).file(), dated);
        }
      }
    }
    return sorting.found(later(later, known, identity));
  }

  /** They are not read today, so only those are that may have been before. */
  private static Found.Later later(List<Told> files, Known known, Identity identity) {
    Set<String> waiting = new HashSet<>();
    LocalDate earliest = null;
    Newcomers lazy = newcomers(files, known, identity);
    for (Told one : files) {
      String sha256 = laterIdentity(one.file(), lazy);
      if (sha256 != null
          && known.settled(one.source(), sha256, true).isEmpty()
          && waiting.add(sha256)) {
        LocalDate speaks = Shanghai.date(one.orNever());
        earliest = earliest == null || speaks.isBefore(earliest) ? speaks : earliest;
      }
    }
    return new Found.Later(waiting.size(), earliest);
  }

  private static Newcomers newcomers(List<Told> files, Known known, Identity identity) {
    try {
      return new Newcomers(identity, known.sizes(), files.stream().map(Told::file).toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Null where it vanished since it was listed, itself where it cannot be read: that is the matter
   * of the night of its own day.
   */
  private static @Nullable String laterIdentity(Path file, Identity identity) {
    try {
      return identity.of(file);
    } catch (NoSuchFileException gone) {
      return null;
    } catch (IOException unreadable) {
      return "unreadable " + file;
    }
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
   * @throws HallException {@code file-missing}, {@code source-unknown}, exit 2; {@code
   *     inbox-unreadable}, exit 4
   */
  public Unread named(Path file, @Nullable String sourceName, @Nullable LocalDate asOf) {
    GivenFile.require(file);
    SourceSpec source = source(file, sourceName);
    Instant speaks =
        asOf(source, file, asOf)
            .orElseThrow(
                () ->
                    HallException.of(Refusal.UNDATED.code(), ExitStatus.REFUSED, "看不出这份文件截至哪一天")
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
   * @throws HallException {@code no-inbox}, exit 2, when the inbox does not exist; {@code
   *     inbox-unreadable}, exit 4, when it, or a folder a source looks into, cannot be read
   */
  public List<Path> files(SourceSpec source) {
    PathMatcher matcher = matcher(source);
    return walk().files().stream()
        .filter(file -> matcher.matches(folder.relativize(file)))
        .toList();
  }

  /**
   * What lies here and no source claims.
   *
   * @throws HallException as of {@link #files}
   */
  public Unclaimed unclaimed() {
    return Unclaimed.of(folder, sources, walk());
  }

  private Walk walk() {
    Walk walked = walk;
    if (walked == null) {
      if (!Files.isDirectory(folder)) {
        throw HallException.of("no-inbox", ExitStatus.USAGE, "报送目录不存在：" + folder)
            .english("the inbox does not exist")
            .next("在 site.yaml 改 inbox，或用 --inbox 指定。")
            .build();
      }
      try {
        walked = Walk.of(folder);
      } catch (IOException broken) {
        throw unreadable(folder, broken);
      }
      walked.unreadable().stream().filter(this::looksInto).findFirst().ifPresent(this::refuse);
      walk = walked;
    }
    return walked;
  }

  private boolean looksInto(Path below) {
    String inside = folder.relativize(below).toString().replace('\\', '/') + "/";
    return sources.stream().anyMatch(one -> Place.of(one.location()).looksInto(inside));
  }

  private void refuse(Path below) {
    throw unreadable(below, null);
  }

  private static HallException unreadable(Path where, @Nullable IOException why) {
    HallException.Builder fault =
        HallException.of("inbox-unreadable", ExitStatus.OUTSIDE, "报送目录、来源所在的文件夹或其中一份文件读不了")
            .english("the inbox, a folder of a source, or a file in it cannot be read")
            .where(Mask.numbers(Mask.path(where)))
            .next("让运行 hall 的账号能读它（目录要有读和进入的权限，链接不能绕回自己），再重跑同一条命令。");
    return why == null ? fault.build() : fault.build(why);
  }

  /** Empty where it vanished since it was listed. */
  private static Optional<Unread> unread(Told one, Identity identity) {
    String source = one.source().name();
    try {
      String sha256 = identity.of(one.file());
      return Optional.of(
          new Unread(one.source(), Delivery.of(source, one.file(), one.orNever(), sha256)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException broken) {
      throw unreadable(one.file(), broken);
    }
  }

  private static Unread unread(SourceSpec source, Path file, Instant asOf) {
    try {
      return new Unread(source, Delivery.of(source.name(), file, asOf));
    } catch (IOException broken) {
      throw unreadable(file, broken);
    }
  }
}
