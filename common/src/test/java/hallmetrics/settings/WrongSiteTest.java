package hallmetrics.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.Problem;
import hallmetrics.fault.Problems;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong conf is answered with every problem of every file. */
class WrongSiteTest {
  @TempDir private Path conf;

  @BeforeEach
  void aSmallSite() throws IOException {
    write("site.yaml", "name: 示例市\ncity: \"3607\"\n");
    write("registers/region.csv", "region_id,name\n3607,示例市\n");
  }

  @Test
  void unknownKeysAndSecretsAreNamed() throws IOException {
    write(
        "site.yaml",
        """
        name: 示例市
        city: "3608"
        closeday: 5
        hmac_key: abc
        catalog: { type: rest, pasword: x, password: y }
        airflow: { url: "https://hall:pw@airflow" }
        """);

    assertThat(problems())
        .containsExactly(
            "site.yaml:2: city '3608' 未在 registers/region.csv 登记 (not registered)"
                + "（是否想写 '3607'？did you mean '3607'?）",
            "site.yaml:3: 'closeday' 是未知的键 (unknown key)（是否想写 'close_day'？did you mean 'close_day'?）",
            "site.yaml:4: 'hmac_key' 似为口令或密钥，不得写入配置；请放在文件或环境变量里 (no secret in the conf)",
            "site.yaml:5: 'pasword' 是未知的键 (unknown key)",
            "site.yaml:5: 'password' 似为口令或密钥，不得写入配置；请放在文件或环境变量里 (no secret in the conf)",
            "site.yaml:5: catalog.type 为 rest 时须写 uri (needs a uri)",
            "site.yaml:6: 'url' 中不得含口令；请用 password_file (no secret in an address)");
  }

  @Test
  void valuesOutOfRangeAreNamed() throws IOException {
    write(
        "site.yaml",
        """
        name: 示例市
        city: "3607"
        close_day: 31
        headline_series: [bad_rate, bad_rates, tickets, messages]
        retention: { text: two years }
        key_file: a
        key_env: B
        deliveries_by: 6:00
        """);

    assertThat(problems())
        .containsExactly(
            "site.yaml:3: 'close_day' 应在 1 至 28 之间，实为 31",
            "site.yaml:4: 'headline_series' 至多三个指标，实为 4 个",
            "site.yaml:4: headline_series 中未知的指标 'bad_rates'"
                + "（是否想写 'bad_rate'？did you mean 'bad_rate'?）",
            "site.yaml:5: 'text' 应写成月数或年数，如 24m、2y，实为 'two years'",
            "site.yaml:7: 'key_file' 与 'key_env' 只写一个 (only one of them)",
            "site.yaml:8: 'deliveries_by' 应写成 24 小时制的时刻，如 \"06:00\"，实为 '6:00'"
                + " (a time of day is expected)");
  }

  @Test
  void airflowIsChecked() throws IOException {
    write(
        "site.yaml",
        """
        name: 示例市
        city: "3607"
        airflow:
          url: "airflow:8080"
          usr: hall
          password_file: a
          token_file: b
          dag: 每晚
          start_date: 2026-13-01
        """);

    assertThat(problems())
        .containsExactly(
            "site.yaml:4: 'url' 应写作 http://主机:端口 或 https://… (an http or https address)",
            "site.yaml:5: 'usr' 是未知的键 (unknown key)（是否想写 'user'？did you mean 'user'?）",
            "site.yaml:7: 'password_file' 与 'token_file' 只写一个 (only one of them)",
            "site.yaml:8: 'dag' 只能用字母、数字和 _ . ~ -，实为 '每晚' (not a DAG id)",
            "site.yaml:9: 'start_date' 应写作 2026-11-01，实为 '2026-13-01' (not a date)");
  }

  @Test
  void targetsAreOfMetricsAndInTheirScale() throws IOException {
    write(
        "targets.csv",
        """
        metric,scope,scope_id,target
        praise_rat,ALL,,0.98
        praise_rate,CITY,,0.98
        praise_rate,ALL,,98
        praise_rate,ALL,,high
        praise_rate,ALL,,98%
        praise_rate,ALL,,99%
        praise_rate,REGION,*,90%
        praise_rate,REGION,3607,90%
        praise_rate,REGION,3670,90%
        praise_rate,ALL,3607,90%
        """);

    assertThat(problems())
        .containsExactly(
            "targets.csv:2: 未知的指标 'praise_rat' (unknown metric)"
                + "（是否想写 'praise_rate'？did you mean 'praise_rate'?）",
            "targets.csv:3: 'scope' 不能是 'CITY'，可用 [ALL, REGION, ORG, HALL, WINDOW, ITEM]",
            "targets.csv:4: 比例的目标不大于 1：'98'，百分数请写 % (a proportion is at most 1)",
            "targets.csv:5: 'target' 应写成 0.98、98% 或 80/100000，实为 'high'",
            "targets.csv:7: 'praise_rate' 的目标与前面一行的有效期重叠 (overlaps an earlier row)",
            "targets.csv:10: 名录里没有这个 REGION '3670' (not registered)"
                + "（是否想写 '3607'？did you mean '3607'?）",
            "targets.csv:11: ALL 的 'scope_id' 应为空，实为 '3607' (the city has no id)");
  }

  @Test
  void problemsOfEveryFileComeTogether() throws IOException {
    write("site.yaml", "name: 示例市\ncity: \"3607\"\nclose_dy: 5\n");
    write("registers/region.csv", "region_id,name,parent_id\n3607,示例市,\n1,甲,2\n");
    write("registers/calendar.csv", "date,name,kind\n2026-02-30,春节,off\n");
    write("catalogue/a.yaml", "metricks: {}\n");

    assertThat(problems())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("catalogue/a.yaml:1: 未知的键 'metricks'"))
        .anyMatch(line -> line.startsWith("registers/calendar.csv:2:"))
        .anyMatch(line -> line.startsWith("registers/region.csv:3:"))
        .anyMatch(line -> line.startsWith("site.yaml:3:"));
  }

  @Test
  void aDeadlineNamedInADefinitionIsRegistered() throws IOException {
    write(
        "registers/deadline_policy.csv",
        "source,stage,n,unit,start_rule,cutoff_time,effective_from,effective_to\n"
            + "*,RECTIFY_SIMPLE,5,WORKDAY,NEXT_DAY,,,\n*,REPLY,7,WORKDAY,NEXT_DAY,,,\n");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("builtin:catalogue/ticket_leg.yaml:")
        .contains("期限政策 'hotline.CONTACT' 未在 registers/deadline_policy.csv 登记");
  }

  @Test
  void aFileInAnotherEncodingSaysSo() throws IOException {
    Files.write(conf.resolve("site.yaml"), "name: 示例市\n".getBytes(Charset.forName("GB18030")));

    assertThatThrownBy(() -> SiteLoader.load(conf))
        .hasMessageContaining("[conf-unreadable]")
        .hasMessageContaining("site.yaml")
        .hasMessageContaining("UTF-8");
  }

  private List<String> problems() {
    Problems problems = new Problems();
    SiteLoader.load(conf, problems);
    return problems.list().stream()
        .map(Problem::toString)
        .map(line -> line.replace(conf + "/", ""))
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = conf.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
