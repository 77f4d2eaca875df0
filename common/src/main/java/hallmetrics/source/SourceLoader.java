package hallmetrics.source;

import hallmetrics.fault.Problems;
import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlFile;
import hallmetrics.yaml.YamlFile.Named;
import hallmetrics.yaml.YamlMap;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the sources of a site and checks them against the canonical tables. */
public final class SourceLoader {
  private SourceLoader() {}

  /**
   * Loads and checks every source.
   *
   * @param files the files of {@code sources/}
   * @param tables the catalogue's tables by name
   * @return the sources in the order of the files
   * @throws hallmetrics.fault.HallException {@code conf-invalid}, exit 2, with every problem
   */
  public static List<SourceSpec> load(List<Named> files, Map<String, TableSchema> tables) {
    Problems problems = new Problems();
    List<SourceSpec> sources = load(files, tables, problems);
    problems.throwIfAny();
    return sources;
  }

  /**
   * As {@link #load(List, Map)}, but gathers the problems, so that others can be added. The sources
   * answered are whole only if no problem was added.
   */
  public static List<SourceSpec> load(
      List<Named> files, Map<String, TableSchema> tables, Problems problems) {
    List<SourceSpec> sources = new ArrayList<>();
    for (Named file : files) {
      YamlMap top = YamlFile.read(file.name(), file.text(), problems);
      if (top != null) {
        SourceParser parser = new SourceParser(top, tables);
        SourceSpec source = parser.parse();
        TableSchema table = tables.get(source.into());
        if (table != null) {
          new SourceLaws(top, source, table).check();
        }
        sources.add(source);
      }
    }
    sameSystem(sources, problems);
    return List.copyOf(sources);
  }

  /**
   * Loads and checks the {@code *.yaml} of a folder, in the order of their names; a folder that is
   * not there has none.
   *
   * @param problems gets every fault; the sources answered are whole only if none was added
   */
  public static List<SourceSpec> load(
      Path sourcesDir, Map<String, TableSchema> tables, Problems problems) {
    List<Named> files = new ArrayList<>();
    for (Path file : yamlFiles(sourcesDir, problems)) {
      try {
        files.add(new Named(file.toString(), Files.readString(file)));
      } catch (CharacterCodingException notUtf8) {
        problems.add(file.toString(), 1, "配置文件应为 UTF-8 编码 (must be UTF-8)");
      } catch (IOException unreadable) {
        problems.add(file.toString(), 1, "读不到这个文件 (cannot be read)");
      }
    }
    return load(files, tables, problems);
  }

  private static List<Path> yamlFiles(Path folder, Problems problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      problems.add(folder.toString(), 1, "读不到这个目录 (cannot be read)");
      return List.of();
    }
  }

  /** Sources of one system share their keys, so an event date moves as far in each. */
  private static void sameSystem(List<SourceSpec> sources, Problems problems) {
    for (int i = 0; i < sources.size(); i++) {
      for (int j = 0; j < i; j++) {
        SourceSpec one = sources.get(i);
        SourceSpec other = sources.get(j);
        if (one.name().equals(other.name())) {
          problems.add(
              one.file(), one.line(), "来源 '" + one.name() + "' 已在 " + other.file() + " 写过");
        } else if (one.system().equals(other.system())
            && one.movesWithinDays() != other.movesWithinDays()) {
          problems.add(
              one.file(),
              one.line(),
              "与 "
                  + other.file()
                  + " 同属系统 '"
                  + one.system()
                  + "'，event_date 必须写得一样"
                  + " (one system, one event_date rule)");
        }
      }
    }
  }
}
