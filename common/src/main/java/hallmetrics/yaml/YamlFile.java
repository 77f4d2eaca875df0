package hallmetrics.yaml;

import hallmetrics.fault.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one YAML document whose top is a mapping with scalar keys. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * Reads the text of a file.
   *
   * @param name the file as the user would open it, printed before every line number
   * @return the top mapping, or null when the text is not one (a problem says where and why)
   */
  public static @Nullable YamlMap read(String name, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(true).build();
    try {
      Optional<Node> top = new Compose(settings).composeString(text);
      if (top.isPresent() && top.get() instanceof MappingNode mapping) {
        return new YamlMap(name, mapping, problems);
      }
      problems.add(name, 1, "应为 YAML 键值表 (a YAML mapping is expected)");
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(name, line, "YAML 语法错误：" + wrong.getProblem());
    }
    return null;
  }

  /** Reads many files, skipping those that are no mapping; every problem is gathered. */
  public static List<YamlMap> readAll(List<Named> files, Problems problems) {
    return files.stream()
        .map(file -> read(file.name(), file.text(), problems))
        .filter(map -> map != null)
        .toList();
  }

  /** A file's name and text. */
  public record Named(String name, String text) {}
}
