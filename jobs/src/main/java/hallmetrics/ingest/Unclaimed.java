package hallmetrics.ingest;

import hallmetrics.source.SourceSpec;
import hallmetrics.value.Mask;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies in the inbox and no source's location matches: nobody reads it. A folder no source
 * looks into is one entry with the number of its files. What is hidden (a name that begins with a
 * dot, of a file or of a folder) and what a program is still writing ({@code .tmp}, {@code .part}
 * and the like) is left out.
 */
public final class Unclaimed {
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".temp", ".part", ".filepart", ".crdownload", ".swp", "~");

  private final Path folder;
  private final List<PathMatcher> matchers = new ArrayList<>();
  private final List<Place> looked = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();

  private Unclaimed(Path folder, List<SourceSpec> sources) {
    this.folder = folder;
    for (SourceSpec source : sources) {
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + source.location()));
      looked.add(Place.of(source.location()));
    }
  }

  /**
   * The entries by path, as they may be printed; none where there is no inbox.
   *
   * @param sources all of the site
   * @throws hallmetrics.fault.HallException {@code inbox-unreadable}, exit 4
   */
  public static List<String> in(Path inbox, List<SourceSpec> sources) {
    if (!Files.isDirectory(inbox)) {
      return List.of();
    }
    return new Inbox(inbox, sources).unclaimed().entries();
  }

  static Unclaimed of(Path folder, List<SourceSpec> sources, Walk walk) {
    Unclaimed unclaimed = new Unclaimed(folder, sources);
    walk.files().stream().filter(unclaimed::nobodys).forEach(unclaimed.files::add);
    for (Path unreadable : walk.unreadable()) {
      Path inside = folder.relativize(unreadable);
      if (!passing(inside)) {
        unclaimed.closed.add(Mask.numbers(inside.toString()) + "/（读不了，不知有几份）");
      }
    }
    return unclaimed;
  }

  /** The files themselves, by path. */
  public List<Path> files() {
    return files;
  }

  /** The entries by path, as they may be printed; at the end the folders that cannot be read. */
  public List<String> entries() {
    Map<String, Integer> entries = new TreeMap<>();
    files.forEach(file -> entries.merge(entry(folder.relativize(file)), 1, Integer::sum));
    List<String> all = new ArrayList<>();
    entries.forEach(
        (entry, count) -> all.add(entry.endsWith("/") ? entry + "（" + count + " 份）" : entry));
    all.addAll(closed);
    return all;
  }

  private boolean nobodys(Path file) {
    Path inside = folder.relativize(file);
    return !passing(inside) && matchers.stream().noneMatch(one -> one.matches(inside));
  }

  private static boolean passing(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return UNFINISHED.stream().anyMatch(name::endsWith);
  }

  /** The file itself where a source looks, else the first folder into which none does. */
  private String entry(Path file) {
    StringBuilder path = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < file.getNameCount() - 1; i++) {
      String name = file.getName(i).toString();
      path.append(name).append('/');
      shown.append(Mask.fileName(name)).append('/');
      String inside = path.toString();
      if (looked.stream().noneMatch(one -> one.looksInto(inside))) {
        return shown.toString();
      }
    }
    return shown + Mask.fileName(String.valueOf(file.getFileName()));
  }
}
