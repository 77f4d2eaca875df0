package hallmetrics.yaml;

import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML mapping that knows its file and lines. Getters report a problem (never throw) when a value
 * is missing or of the wrong kind, and then answer null, an empty collection or the default.
 */
public final class YamlMap {
  private final String file;
  private final int line;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  YamlMap(String file, MappingNode node, Problems problems) {
    this.file = file;
    this.line = lineOf(node);
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      int keyLine = lineOf(tuple.getKeyNode());
      if (values.put(key, tuple.getValueNode()) != null) {
        problems.add(file, keyLine, "键 '" + key + "' 重复 (duplicate key)");
      }
      lines.put(key, keyLine);
    }
  }

  /** The file this mapping stands in, as given to the reader. */
  public String file() {
    return file;
  }

  /** The line of this mapping. */
  public int line() {
    return line;
  }

  /** The line of a key, or of the mapping where the key is absent. */
  public int line(String key) {
    return lines.getOrDefault(key, line);
  }

  /** The keys in the order written. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Whether a key is present (with a value other than null). */
  public boolean has(String key) {
    Node node = values.get(key);
    return node != null && !isNull(node);
  }

  /** Whether a key is present and holds a mapping. */
  public boolean isMapping(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** Reports every key that is not allowed, with the nearest right name. */
  public void allow(Set<String> allowed) {
    for (String key : values.keySet()) {
      if (!allowed.contains(key)) {
        problem(key, "未知的键 '" + key + "' (unknown key)" + Nearest.hint(key, allowed));
      }
    }
  }

  /** Reports a problem at a key's line. */
  public void problem(String key, String message) {
    problems.add(file, line(key), message);
  }

  /** Where all problems of this reading are gathered. */
  public Problems problems() {
    return problems;
  }

  /** A required scalar; empty string (and a problem) when it is missing. */
  public String text(String key) {
    String value = textOrNull(key);
    if (value == null) {
      if (!has(key)) {
        problem(key, "缺少 '" + key + "' (missing key)");
      }
      return "";
    }
    return value;
  }

  /** An optional scalar as written; null when absent. */
  public @Nullable String textOrNull(String key) {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem(key, "'" + key + "' 应为单个值 (a scalar is expected)");
    return null;
  }

  /** An optional scalar with a default. */
  public String text(String key, String otherwise) {
    String value = textOrNull(key);
    return value == null ? otherwise : value;
  }

  /** An optional whole number with a default. */
  public long number(String key, long otherwise) {
    String value = textOrNull(key);
    if (value == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException notANumber) {
      problem(key, "'" + key + "' 应为整数，实为 '" + value + "' (a whole number is expected)");
      return otherwise;
    }
  }

  /** An optional yes or no with a default. */
  public boolean flag(String key, boolean otherwise) {
    String value = textOrNull(key);
    if (value == null) {
      return otherwise;
    }
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    problem(key, "'" + key + "' 应为 true 或 false，实为 '" + value + "'");
    return otherwise;
  }

  /** An optional one-of value with a default. */
  public String choice(String key, Collection<String> known, String otherwise) {
    String value = textOrNull(key);
    if (value == null) {
      return otherwise;
    }
    if (!known.contains(value)) {
      problem(key, "'" + key + "' 不能是 '" + value + "'，可用 " + known + Nearest.hint(value, known));
      return otherwise;
    }
    return value;
  }

  /** A nested mapping, or null when absent. */
  public @Nullable YamlMap mapOrNull(String key) {
    Node node = values.get(key);
    if (node == null || isNull(node)) {
      return null;
    }
    if (node instanceof MappingNode mapping) {
      return new YamlMap(file, mapping, problems);
    }
    problem(key, "'" + key + "' 应为键值表 (a mapping is expected)");
    return null;
  }

  /** The nested mappings of a mapping of mappings, in the order written; empty when absent. */
  public Map<String, YamlMap> maps(String key) {
    YamlMap outer = mapOrNull(key);
    Map<String, YamlMap> inner = new LinkedHashMap<>();
    if (outer != null) {
      for (String name : outer.keys()) {
        YamlMap map = outer.mapOrNull(name);
        if (map != null) {
          inner.put(name, map);
        }
      }
    }
    return inner;
  }

  /** A mapping of scalars, in the order written; empty when absent. */
  public Map<String, String> texts(String key) {
    YamlMap outer = mapOrNull(key);
    Map<String, String> inner = new LinkedHashMap<>();
    if (outer != null) {
      for (String name : outer.keys()) {
        inner.put(name, outer.text(name, ""));
      }
    }
    return inner;
  }

  /** A list of scalars (one scalar alone counts as a list of one); empty when absent. */
  public List<String> list(String key) {
    Node node = values.get(key);
    List<String> items = new ArrayList<>();
    if (node instanceof ScalarNode scalar && !isNull(node)) {
      items.add(scalar.getValue());
    } else if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          items.add(scalar.getValue());
        } else {
          problems.add(file, lineOf(item), "'" + key + "' 的每一项应为单个值");
        }
      }
    } else if (node != null && !isNull(node)) {
      problem(key, "'" + key + "' 应为列表 (a list is expected)");
    }
    return items;
  }

  /** A list of mappings; empty when absent. */
  public List<YamlMap> mapList(String key) {
    Node node = values.get(key);
    List<YamlMap> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof MappingNode mapping) {
          items.add(new YamlMap(file, mapping, problems));
        } else {
          problems.add(file, lineOf(item), "'" + key + "' 的每一项应为键值表");
        }
      }
    } else if (node != null && !isNull(node)) {
      problem(key, "'" + key + "' 应为列表 (a list is expected)");
    }
    return items;
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("null")
            || scalar.getValue().equals("~"));
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
