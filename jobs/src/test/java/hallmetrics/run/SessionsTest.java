package hallmetrics.run;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final SparkSession spark = TestSession.get();

  @Test
  void theSessionCountsInShanghaiTime() {
    assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("Asia/Shanghai");
    assertThat(spark.sql("select date'2026-10-31', timestamp'2026-10-31 00:00:00'").first())
        .satisfies(
            row -> {
              assertThat(row.<LocalDate>getAs(0)).isEqualTo("2026-10-31");
              assertThat(row.<Instant>getAs(1)).isEqualTo("2026-10-30T16:00:00Z");
            });
  }

  @Test
  void aGivenMasterIsKeptAndNothingListensOutside() {
    assertThat(spark.sparkContext().master()).isEqualTo("local[2]");
    assertThat(spark.sparkContext().uiWebUrl().isEmpty()).isTrue();
    assertThat(spark.sparkContext().conf().get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
    assertThat(spark.sparkContext().conf().get("spark.driver.host")).isEqualTo("127.0.0.1");
  }

  @Test
  void executorsOpenChineseFileNames() {
    assertThat(spark.sparkContext().conf().get("spark.executorEnv.LC_ALL")).isEqualTo("C.UTF-8");
  }

  @Test
  void thereIsNoHiveAndTheSettingsGivenWin() {
    assertThat(spark.conf().get("spark.sql.catalogImplementation")).isEqualTo("in-memory");
    assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo("2");
  }
}
