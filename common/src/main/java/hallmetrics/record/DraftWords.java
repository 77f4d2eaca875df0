package hallmetrics.record;

import hallmetrics.fault.Problems;
import hallmetrics.yaml.YamlFile;
import hallmetrics.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What senders call our columns and codes beside their titles, by table; only drafts read it.
 *
 * @param headers by table and column, the usual word first
 * @param codes by table, column and word
 */
record DraftWords(
    Map<String, Map<String, List<String>>> headers,
    Map<String, Map<String, Map<String, String>>> codes) {
  static final String FILE = "drafts/words.yaml";

  /** The words of the jar. */
  static DraftWords builtIn() {
    Problems problems = new Problems();
    YamlMap top = YamlFile.read(FILE, text(), problems);
    Map<String, Map<String, List<String>>> headers = new LinkedHashMap<>();
    Map<String, Map<String, Map<String, String>>> codes = new LinkedHashMap<>();
    if (top != null) {
      top.maps("tables")
          .forEach(
              (table, body) -> {
                YamlMap titles = body.mapOrNull("headers");
                Map<String, List<String>> own = new LinkedHashMap<>();
                if (titles != null) {
                  titles.keys().forEach(column -> own.put(column, titles.list(column)));
                }
                headers.put(table, own);
                YamlMap values = body.mapOrNull("codes");
                Map<String, Map<String, String>> known = new LinkedHashMap<>();
                if (values != null) {
                  values.keys().forEach(column -> known.put(column, values.texts(column)));
                }
                codes.put(table, known);
              });
    }
    problems.throwIfAny();
    return new DraftWords(headers, codes);
  }

  /** What a column of a table is also called, the usual word first. */
  List<String> headers(String table, String column) {
    return headers.getOrDefault(table, Map.of()).getOrDefault(column, List.of());
  }

  /** Which code of a column other words stand for. */
  Map<String, String> codes(String table, String column) {
    return codes.getOrDefault(table, Map.of()).getOrDefault(column, Map.of());
  }

  private static String text() {
    try (InputStream in = DraftWords.class.getClassLoader().getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
