package hallmetrics.catalogue;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Problems;
import hallmetrics.yaml.YamlFile.Named;
import hallmetrics.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the built-in catalogue from the classpath and lays a site's own files over it, by name: a
 * site adds tables, measures, metrics, rankings and pages, or replaces one.
 */
public final class CatalogueLoader {
  private static final String ROOT = "catalogue/";
  private static final String INDEX = ROOT + "INDEX";

  /** What a file of the jar is called in problems and origins. */
  public static final String BUILT_IN = "builtin:";

  private CatalogueLoader() {}

  /**
   * Loads and checks everything.
   *
   * @param site the folder of the site's own YAML files; a folder that does not exist means none
   * @throws HallException {@code conf-invalid}, exit 2, naming every problem of every file
   */
  public static Catalogue load(Optional<Path> site) {
    Problems problems = new Problems();
    Catalogue catalogue = load(site, problems);
    problems.throwIfAny();
    return catalogue;
  }

  /**
   * As {@link #load(Optional)}, but gathers the problems, so that others can be added to them. The
   * catalogue answered is whole only if no problem was added.
   */
  public static Catalogue load(Optional<Path> site, Problems problems) {
    return load(builtIn(), site.map(CatalogueLoader::filesOf).orElse(List.of()), problems);
  }

  /**
   * As {@link #load(Optional, Problems)}, from texts; the names of built-in files begin with {@code
   * builtin:}.
   */
  public static Catalogue load(List<Named> builtIn, List<Named> site, Problems problems) {
    Draft draft = new Draft(problems);
    FileParser parser = new FileParser(draft);
    List<YamlMap> below = builtIn.stream().map(parser::open).filter(Objects::nonNull).toList();
    List<YamlMap> above = site.stream().map(parser::open).filter(Objects::nonNull).toList();
    below.forEach(file -> parser.tables(file, false));
    above.forEach(file -> parser.tables(file, true));
    below.forEach(file -> parser.definitions(file, false));
    above.forEach(file -> parser.definitions(file, true));
    Catalogue catalogue = draft.finish();
    Laws.check(catalogue, problems);
    return catalogue;
  }

  /** The built-in files of the jar, {@code builtin:catalogue/…}, in the order of their index. */
  public static List<Named> builtIn() {
    return resource(INDEX)
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> new Named(BUILT_IN + ROOT + name, resource(ROOT + name)))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream in = CatalogueLoader.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException("the jar's " + name + " cannot be read", unreadable);
    }
  }

  private static List<Named> filesOf(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Named> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(CatalogueLoader::isYaml).sorted().toList()) {
        files.add(new Named(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
      }
    } catch (IOException unreadable) {
      throw HallException.of("conf-unreadable", ExitStatus.USAGE, "目录文件无法读取")
          .english("the site's catalogue cannot be read: " + unreadable.getMessage())
          .where(folder.toString())
          .next("检查目录权限，并确认文件为 UTF-8 编码。")
          .build(unreadable);
    }
    return files;
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
