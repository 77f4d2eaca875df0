package hallmetrics.settings;

import hallmetrics.fault.Nearest;
import hallmetrics.yaml.YamlMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps secrets out of site.yaml: the conf is zipped into every edition. */
final class Secrets {
  private static final Pattern NAME =
      Pattern.compile(".*(password|passwd|secret|token|key|密码|口令).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_ADDRESS =
      Pattern.compile("://[^/@]*:[^/@]*@|[?&;](password|token|secret)=", Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Reports a secret inside an address. */
  static void notInAddress(YamlMap map, String key, @Nullable String address) {
    if (address != null && IN_ADDRESS.matcher(address).find()) {
      map.problem(key, "'" + key + "' 中不得含口令；请用 password_file (no secret in an address)");
    }
  }

  /** Reports every key that is not allowed, those that sound like a secret as such. */
  static void allow(YamlMap map, Set<String> allowed) {
    for (String key : map.keys()) {
      if (allowed.contains(key)) {
        continue;
      }
      String wrong =
          NAME.matcher(key).matches()
              ? "' 似为口令或密钥，不得写入配置；请放在文件或环境变量里 (no secret in the conf)"
              : "' 是未知的键 (unknown key)" + Nearest.hint(key, allowed);
      map.problem(key, "'" + key + wrong);
    }
  }
}
