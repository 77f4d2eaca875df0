package hallmetrics.ingest;

import hallmetrics.source.SourceSpec;
import hallmetrics.value.Mask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  private Unclaimed(Path folder, List<SourceSpec> sources) {
    this.folder = folder;
    for (SourceSpec source : sources) {
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + source.location()));
      looked.add(Place.of(source.location()));
    }
  }

  /**
   * Where a location looks.
   *
   * @param folder what begins it up to its first wildcard, with a slash at its end
   * @param deep whether also in folders below
   */
  private record Place(String folder, boolean deep) {
    static Place of(String location) {
      int wild = 0;
      while (wild < location.length() && "*?[{\\".indexOf(location.charAt(wild)) < 0) {
        wild++;
      }
      String folder = location.substring(0, location.lastIndexOf('/', wild) + 1);
      String rest = location.substring(folder.length());
      return new Place(folder, rest.contains("/") || rest.contains("**"));
    }

    boolean looksInto(String inside) {
      return folder.startsWith(inside) || (deep && inside.startsWith(folder));
    }
  }

  /**
   * The entries by path, as they may be printed; none where there is no inbox.
   *
   * @param sources all of the site
   */
  public static List<String> in(Path inbox, List<SourceSpec> sources) {
    if (!Files.isDirectory(inbox)) {
      return List.of();
    }
    return new Unclaimed(inbox, sources).entries();
  }

  private List<String> entries() {
    Map<String, Integer> entries = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      all.filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(file -> !passing(file) && matchers.stream().noneMatch(one -> one.matches(file)))
          .forEach(file -> entries.merge(entry(file), 1, Integer::sum));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return entries.entrySet().stream()
        .map(
            entry ->
                entry.getKey().endsWith("/")
                    ? entry.getKey() + "（" + entry.getValue() + " 份）"
                    : entry.getKey())
        .toList();
  }

  private static boolean passing(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
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
