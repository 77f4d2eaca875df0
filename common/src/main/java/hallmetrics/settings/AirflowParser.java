package hallmetrics.settings;

import hallmetrics.settings.SiteOptions.AirflowPlace;
import hallmetrics.yaml.YamlMap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code airflow:} of site.yaml. */
final class AirflowParser {
  private static final Set<String> KEYS =
      Set.of("url", "user", "password_file", "token_file", "dag", "start_date");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s?#]+");
  private static final Pattern DAG = Pattern.compile("[A-Za-z0-9_.~-]{1,250}");

  private final YamlMap top;

  AirflowParser(YamlMap top) {
    this.top = top;
  }

  /**
   * @param path reads a path of a mapping by its key
   */
  AirflowPlace parse(BiFunction<YamlMap, String, @Nullable Path> path) {
    YamlMap map = top.mapOrNull("airflow");
    if (map == null) {
      return new AirflowPlace(null, null, null, null, AirflowPlace.DAG, null);
    }
    Secrets.allow(map, KEYS);
    String url = map.textOrNull("url");
    Secrets.notInAddress(map, "url", url);
    if (url != null && !ADDRESS.matcher(url).matches()) {
      map.problem("url", "'url' 应写作 http://主机:端口 或 https://… (an http or https address)");
    }
    if (map.has("password_file") && map.has("token_file")) {
      map.problem("token_file", "'password_file' 与 'token_file' 只写一个 (only one of them)");
    }
    String dag = map.text("dag", AirflowPlace.DAG);
    if (!DAG.matcher(dag).matches()) {
      map.problem("dag", "'dag' 只能用字母、数字和 _ . ~ -，实为 '" + dag + "' (not a DAG id)");
    }
    return new AirflowPlace(
        url,
        map.textOrNull("user"),
        path.apply(map, "password_file"),
        path.apply(map, "token_file"),
        dag,
        day(map));
  }

  private static @Nullable LocalDate day(YamlMap map) {
    String text = map.textOrNull("start_date");
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      map.problem("start_date", "'start_date' 应写作 2026-11-01，实为 '" + text + "' (not a date)");
      return null;
    }
  }
}
