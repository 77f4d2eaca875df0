package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.settings.SiteOptions.AirflowPlace;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Airflow is and how to log in. It names files of secrets and holds none.
 *
 * @param url address without a slash at its end
 * @param user null with a token
 * @param passwordFile a file with the user's password; null with a token
 * @param tokenFile a file with a token; null with a password
 * @param dag the DAG of the nights
 * @param startDate the first business date of the DAG; null where nobody says
 */
public record AirflowAccess(
    URI url,
    @Nullable String user,
    @Nullable Path passwordFile,
    @Nullable Path tokenFile,
    String dag,
    @Nullable LocalDate startDate) {
  private static final String URL = "HALL_AIRFLOW_URL";
  private static final String USER = "HALL_AIRFLOW_USER";
  private static final String PASSWORD = "HALL_AIRFLOW_PASSWORD_FILE";
  private static final String TOKEN = "HALL_AIRFLOW_TOKEN_FILE";

  /**
   * What the environment says, else site.yaml. A password or token named by the environment
   * replaces whichever of the two site.yaml names.
   *
   * @param site {@code airflow:} of site.yaml; null where no conf is given
   * @throws HallException {@code airflow-unset}, exit 2, when something is missing or contradictory
   */
  public static AirflowAccess of(Map<String, String> environment, @Nullable AirflowPlace site) {
    String url = first(environment.get(URL), site == null ? null : site.url());
    if (url == null) {
      throw unset("没有说 Airflow 在哪里", "Airflow's address is not given");
    }
    String user = first(environment.get(USER), site == null ? null : site.user());
    Path password = path(environment, PASSWORD);
    Path token = path(environment, TOKEN);
    if (password == null && token == null && site != null) {
      password = site.passwordFile();
      token = site.tokenFile();
    }
    if ((password == null) == (token == null)) {
      throw unset("口令文件与令牌文件要说一个，也只说一个", "give a password file or a token file, one of them");
    }
    if (password != null && user == null) {
      throw unset("有口令文件而没有说用户", "a password needs a user");
    }
    return new AirflowAccess(
        address(url),
        password == null ? null : user,
        password,
        token,
        site == null ? AirflowPlace.DAG : site.dag(),
        site == null ? null : site.startDate());
  }

  private static URI address(String text) {
    String plain = text.strip().replaceAll("/+$", "");
    try {
      URI uri = new URI(plain);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException wrong) {
      // the text may hold a password, and so may the exception
      throw badAddress();
    }
    throw badAddress();
  }

  private static HallException badAddress() {
    return unset(
        "Airflow 的地址应写作 http://主机:端口 或 https://…，不带用户和口令",
        "the address must be http(s)://host[:port][/path] without user, password or query");
  }

  private static @Nullable Path path(Map<String, String> environment, String name) {
    String text = first(environment.get(name), null);
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException wrong) {
      throw unset("环境变量 " + name + " 不是路径", name + " is not a path");
    }
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null || one.isBlank() ? other : one.strip();
  }

  private static HallException unset(String chinese, String english) {
    return HallException.of("airflow-unset", ExitStatus.USAGE, chinese)
        .english(english)
        .next(
            "设环境变量 "
                + String.join("、", URL, USER, PASSWORD)
                + "（或 "
                + TOKEN
                + "），或在 site.yaml 写 airflow: { url: …, user: …, password_file: … }。")
        .build();
  }
}
