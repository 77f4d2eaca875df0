package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.settings.SiteOptions.AirflowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Airflow is: the environment first, then site.yaml; a secret is in neither. */
class AirflowAccessTest {
  private static final AirflowPlace SITE =
      new AirflowPlace(
          "https://airflow/base/",
          "clerk",
          Path.of("/run/password"),
          null,
          "city_nightly",
          LocalDate.of(2026, 11, 1));

  @Test
  void theSiteAlone() {
    AirflowAccess access = AirflowAccess.of(Map.of(), SITE);

    assertThat(access.url()).hasToString("https://airflow/base");
    assertThat(access.user()).isEqualTo("clerk");
    assertThat(access.dag()).isEqualTo("city_nightly");
    assertThat(access.startDate()).isEqualTo("2026-11-01");
  }

  @Test
  void theEnvironmentGoesBefore() {
    AirflowAccess access =
        AirflowAccess.of(
            Map.of("HALL_AIRFLOW_TOKEN_FILE", "/run/token", "HALL_AIRFLOW_URL", "http://other:1"),
            SITE);

    assertThat(access.url()).hasToString("http://other:1");
    assertThat(access.passwordFile()).isNull();
    assertThat(access.tokenFile()).isEqualTo(Path.of("/run/token"));
    assertThat(access.dag()).isEqualTo("city_nightly");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThatThrownBy(() -> AirflowAccess.of(Map.of(), null))
        .hasMessageContaining("[airflow-unset]")
        .hasMessageContaining("HALL_AIRFLOW_URL", "site.yaml");
    assertThatThrownBy(() -> AirflowAccess.of(Map.of("HALL_AIRFLOW_URL", "http://a"), null))
        .hasMessageContaining("口令文件与令牌文件要说一个");
    assertThatThrownBy(
            () ->
                AirflowAccess.of(
                    Map.of("HALL_AIRFLOW_URL", "http://a", "HALL_AIRFLOW_PASSWORD_FILE", "/p"),
                    null))
        .hasMessageContaining("没有说用户");
  }

  @Test
  void anAddressWithASecretIsRefusedWithoutRepeatingIt() {
    for (String url :
        new String[] {
          "http://hall:s3cret@a",
          "http://a?token=s3cret",
          "http://a b/s3cret",
          "ftp://s3cret",
          "s3cret"
        }) {
      assertThatThrownBy(() -> AirflowAccess.of(Map.of("HALL_AIRFLOW_URL", url), SITE))
          .as(url)
          .hasMessageContaining("[airflow-unset]")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void aSecretPrintsAsStars(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("p"), "s3cret-word\nsecond line\n");
    Secret secret = Secret.ofFile(file);

    assertThat(secret).hasToString("******");
    assertThat(secret.hide("a s3cret-word here")).isEqualTo("a ****** here");
    assertThatThrownBy(() -> Secret.ofFile(folder.resolve("none")))
        .hasMessageContaining("[airflow-secret]");
    Files.writeString(file, "\n");
    assertThatThrownBy(() -> Secret.ofFile(file)).hasMessageContaining("第一行是空的");
  }
}
