package hallmetrics.night;

import hallmetrics.value.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file's path as a shell finds it and everybody may read it: what is masked of a name is a
 * wildcard. The inbox itself is the site's own and stands as it is.
 */
final class MaskedPath {
  private static final Pattern MASKED = Pattern.compile("〔[^〕]*〕|\\*+");

  private final Path known;
  private final List<String> names = new ArrayList<>();

  private MaskedPath(Path known) {
    this.known = known;
  }

  /** Of a file, in the inbox or elsewhere. */
  static MaskedPath of(Path inbox, Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path root = whole.startsWith(inbox) ? inbox : Objects.requireNonNull(whole.getRoot());
    MaskedPath path = new MaskedPath(root);
    root.relativize(whole).forEach(name -> path.names.add(name.toString()));
    return path;
  }

  /** As a word of a shell's command line, with a comment where it means several files. */
  String word() {
    String text = literal(known.toString());
    StringBuilder word = new StringBuilder(text.equals("/") ? "" : text);
    for (String name : names) {
      word.append('/').append(masked(name) ? wild(name) : literal(name));
    }
    return word + (names.stream().anyMatch(MaskedPath::masked) ? several() : "");
  }

  private String several() {
    try {
      List<Path> found = List.of(known);
      for (String name : names) {
        List<Path> below = new ArrayList<>();
        for (Path folder : found) {
          below.addAll(matches(folder, name));
        }
        found = below;
      }
      return found.size() > 1 ? " # * 匹配 " + found.size() + " 份文件，只留要读的一份" : "";
    } catch (IOException unreadable) {
      return " # * 可能匹配几份文件，只留要读的一份";
    }
  }

  private static List<Path> matches(Path folder, String name) throws IOException {
    if (!masked(name)) {
      Path one = folder.resolve(name);
      return Files.exists(one) ? List.of(one) : List.of();
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Pattern like =
        MASKED
            .splitAsStream(Mask.fileName(name) + "\0")
            .map(part -> Pattern.quote(part.replace("\0", "")))
            .collect(Collectors.collectingAndThen(Collectors.joining(".*"), Pattern::compile));
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(one -> like.matcher(String.valueOf(one.getFileName())).matches()).toList();
    }
  }

  private static boolean masked(String name) {
    return !Mask.fileName(name).equals(name);
  }

  private static String wild(String name) {
    return MASKED
        .splitAsStream(Mask.fileName(name) + "\0")
        .map(part -> literal(part.replace("\0", "")))
        .collect(Collectors.joining("*"));
  }

  /** A text as a word of a shell's command line that means itself. */
  static String literal(String text) {
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c <= 127 && !Character.isLetterOrDigit(c) && "_./-:=@%+,".indexOf(c) < 0) {
                word.append('\\');
              }
              word.appendCodePoint(c);
            });
    return word.toString();
  }
}
