package hallmetrics.gate;

import hallmetrics.fault.Problems;
import hallmetrics.yaml.YamlFile;
import hallmetrics.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the built-in gates and a site's own; a gate of the same name replaces the built-in one. */
public final class GateLoader {
  private static final String BUILT_IN = "gates/gates.yaml";
  private static final Set<String> KEYS =
      Set.of("title", "level", "table", "among", "counts", "least", "above", "next");

  private GateLoader() {}

  /**
   * All gates in force, built-in ones first.
   *
   * @param conf the site's folder; its {@code gates.yaml} is optional
   */
  public static List<Gate> load(Path conf, Problems problems) {
    Map<String, Gate> gates = new LinkedHashMap<>();
    read("builtin:" + BUILT_IN, builtIn(), problems, gates);
    Path own = conf.resolve("gates.yaml");
    if (Files.exists(own)) {
      try {
        read(own.toString(), Files.readString(own), problems, gates);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return List.copyOf(gates.values());
  }

  private static void read(String file, String text, Problems problems, Map<String, Gate> gates) {
    YamlMap top = YamlFile.read(file, text, problems);
    if (top == null) {
      return;
    }
    top.allow(Set.of("gates"));
    top.maps("gates").forEach((name, map) -> gates.put(name, gate(name, map)));
  }

  private static Gate gate(String name, YamlMap map) {
    map.allow(KEYS);
    String level = map.choice("level", List.of("delivery", "night"), "delivery");
    return new Gate(
        name,
        map.text("title"),
        Gate.Level.valueOf(level.toUpperCase(Locale.ROOT)),
        map.textOrNull("table"),
        map.textOrNull("among"),
        rejectedIsNull(map.text("counts")),
        map.number("least", 1),
        share(map),
        map.text("next"),
        map.file(),
        map.line());
  }

  private static @Nullable String rejectedIsNull(String counts) {
    return counts.equals("rejected") ? null : counts;
  }

  private static BigDecimal share(YamlMap map) {
    String text = map.text("above");
    try {
      return text.endsWith("%")
          ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2)
          : new BigDecimal(text);
    } catch (NumberFormatException wrong) {
      map.problem("above", "'above' 应为百分数，如 20%，实为 '" + text + "'");
      return BigDecimal.ONE;
    }
  }

  private static String builtIn() {
    try (InputStream in = GateLoader.class.getClassLoader().getResourceAsStream(BUILT_IN)) {
      return new String(
          Objects.requireNonNull(in, BUILT_IN).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
