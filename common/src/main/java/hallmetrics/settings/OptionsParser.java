package hallmetrics.settings;

import hallmetrics.settings.SiteOptions.CatalogPlace;
import hallmetrics.settings.SiteOptions.KeyPlace;
import hallmetrics.settings.SiteOptions.Retention;
import hallmetrics.yaml.YamlMap;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads site.yaml. */
final class OptionsParser {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "city",
          "inbox",
          "store",
          "close_day",
          "deliveries_by",
          "unassigned_above",
          "headline_series",
          "key_file",
          "key_env",
          "duty_look_back_days",
          "retention",
          "edition_tags",
          "catalog",
          "airflow");
  private static final Pattern MONTHS = Pattern.compile("([1-9][0-9]{0,2})([my])");
  private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern PERCENT = Pattern.compile("(100|[0-9]{1,2}(?:\\.[0-9]+)?)%");
  private static final int TWO_YEARS = 24;
  private static final int LAST_CLOSE_DAY = 28;

  private final YamlMap top;
  private final Path conf;

  OptionsParser(YamlMap top, Path conf) {
    this.top = top;
    this.conf = conf;
  }

  SiteOptions parse() {
    Secrets.allow(top, KEYS);
    return new SiteOptions(
        top.text("name"),
        top.text("city"),
        path("inbox", "inbox"),
        store(),
        (int) within("close_day", 5, 1, LAST_CLOSE_DAY),
        deliveriesBy(),
        unassignedAbove(),
        headline(),
        key(),
        (int) within("duty_look_back_days", 400, 31, 3660),
        retention(),
        months(top, "edition_tags"),
        catalog(),
        new AirflowParser(top).parse(this::pathOrNull));
  }

  private String store() {
    String store = top.text("store", "store");
    return store.contains("://") ? store : resolve(top, "store", store).toString();
  }

  private @Nullable LocalTime deliveriesBy() {
    String text = top.textOrNull("deliveries_by");
    if (text == null) {
      return null;
    }
    if (!TIME_OF_DAY.matcher(text).matches()) {
      top.problem(
          "deliveries_by",
          "'deliveries_by' 应写成 24 小时制的时刻，如 \"06:00\"，实为 '"
              + text
              + "' (a time of day is expected)");
      return null;
    }
    return LocalTime.parse(text);
  }

  private BigDecimal unassignedAbove() {
    String text = top.text("unassigned_above", "5%");
    Matcher matcher = PERCENT.matcher(text);
    if (!matcher.matches()) {
      top.problem(
          "unassigned_above",
          "'unassigned_above' 应写成百分数，如 5%，实为 '" + text + "' (a percentage is expected)");
      return BigDecimal.ONE;
    }
    return new BigDecimal(matcher.group(1)).movePointLeft(2);
  }

  private List<String> headline() {
    List<String> series = top.list("headline_series");
    if (series.size() > 3) {
      top.problem("headline_series", "'headline_series' 至多三个指标，实为 " + series.size() + " 个");
    }
    return List.copyOf(series);
  }

  private KeyPlace key() {
    if (top.has("key_file") && top.has("key_env")) {
      top.problem("key_env", "'key_file' 与 'key_env' 只写一个 (only one of them)");
    }
    String file = top.textOrNull("key_file");
    return new KeyPlace(
        file == null ? null : resolve(top, "key_file", file), top.textOrNull("key_env"));
  }

  private Retention retention() {
    YamlMap map = top.mapOrNull("retention");
    if (map == null) {
      return new Retention(TWO_YEARS, TWO_YEARS, TWO_YEARS);
    }
    map.allow(Set.of("text", "person_keys", "deliveries"));
    return new Retention(
        months(map, "text"), months(map, "person_keys"), months(map, "deliveries"));
  }

  private static int months(YamlMap map, String key) {
    String text = map.text(key, "24m");
    Matcher matcher = MONTHS.matcher(text);
    if (!matcher.matches()) {
      map.problem(key, "'" + key + "' 应写成月数或年数，如 24m、2y，实为 '" + text + "'");
      return TWO_YEARS;
    }
    int n = Integer.parseInt(matcher.group(1));
    return "y".equals(matcher.group(2)) ? 12 * n : n;
  }

  private CatalogPlace catalog() {
    YamlMap map = top.mapOrNull("catalog");
    if (map == null) {
      return new CatalogPlace("sqlite", null, null, null);
    }
    Set<String> keys = Set.of("type", "uri", "user", "password_file");
    Secrets.allow(map, keys);
    String type = map.choice("type", List.of("sqlite", "postgresql", "rest"), "sqlite");
    String uri = map.textOrNull("uri");
    if (uri == null && !type.equals("sqlite")) {
      map.problem("type", "catalog.type 为 " + type + " 时须写 uri (needs a uri)");
    }
    Secrets.notInAddress(map, "uri", uri);
    return new CatalogPlace(type, uri, map.textOrNull("user"), pathOrNull(map, "password_file"));
  }

  private long within(String key, long otherwise, long least, long most) {
    long value = top.number(key, otherwise);
    if (value < least || value > most) {
      top.problem(key, "'" + key + "' 应在 " + least + " 至 " + most + " 之间，实为 " + value);
      return otherwise;
    }
    return value;
  }

  private Path path(String key, String otherwise) {
    return resolve(top, key, top.text(key, otherwise));
  }

  private @Nullable Path pathOrNull(YamlMap map, String key) {
    String text = map.textOrNull(key);
    return text == null ? null : resolve(map, key, text);
  }

  private Path resolve(YamlMap map, String key, String text) {
    try {
      return conf.resolve(text).normalize();
    } catch (InvalidPathException notAPath) {
      map.problem(key, "'" + key + "' 不是路径：'" + text + "' (not a path)");
      return conf;
    }
  }
}
