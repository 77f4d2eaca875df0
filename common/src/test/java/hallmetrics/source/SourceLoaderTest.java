package hallmetrics.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Problem;
import hallmetrics.fault.Problems;
import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlFile.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLoaderTest {
  private static final Map<String, TableSchema> TABLES =
      CatalogueLoader.load(Optional.empty()).tables();

  private static final String GOOD =
      """
      source: pj
      title: 市平台
      into: evaluation
      system: hcp
      format: csv
      location: pj_*.csv
      as_of: { pattern: "pj_{date}.csv" }
      encoding: gb18030
      event_date: { moves_within: 30d }
      expect: { every: workday, by: hall }
      nulls: ["无", "－"]
      ignore: [姓名]
      fields:
        source_record_id: { from: 编号 }
        target_type: { constant: CASE }
        satisfaction: { from: 满意度, codes: { "5": 5, "4": 4, "9": null } }
        channel: { from: 渠道, codes: { "1": PC } }
        assess_ts: { from: 时间, patterns: ["d/M/uuuu H:mm"] }
        is_default: { sql: "`渠道` = '7'" }
        is_valid: { constant: true }
        region_id: { from: [区划, 区划代码], parse: region }
        operate_ts: { from: 更新时间 }
      """;

  private static List<String> problems(String... texts) {
    List<Named> files = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      files.add(new Named(i == 0 ? "sources/pj.yaml" : "sources/pj" + i + ".yaml", texts[i]));
    }
    Problems problems = new Problems();
    SourceLoader.load(files, TABLES, problems);
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void aSourceIsReadWhole() {
    SourceSpec source =
        SourceLoader.load(List.of(new Named("sources/pj.yaml", GOOD)), TABLES).get(0);
    assertThat(source.system()).isEqualTo("hcp");
    assertThat(source.movesWithinDays()).isEqualTo(30);
    assertThat(source.operateTs()).isEqualTo("更新时间");
    assertThat(source.delimiter()).isEqualTo(',');
    assertThat(field(source, "satisfaction").codes()).containsEntry("9", "");
    assertThat(field(source, "source_record_id").nulls()).containsExactly("无", "－");
    assertThat(field(source, "channel").nulls()).isEmpty();
    assertThat(field(source, "region_id").from()).containsExactly("区划", "区划代码");
  }

  @Test
  void theDemosSourcesAreWithoutProblems() throws IOException {
    List<Named> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(Path.of("../conf/demo/sources"))) {
      for (Path file : found.sorted().toList()) {
        files.add(new Named(file.toString(), Files.readString(file)));
      }
    }
    assertThat(SourceLoader.load(files, TABLES)).hasSameSizeAs(files).isNotEmpty();
  }

  @Test
  void allProblemsOfAllFilesComeAtOnceWithTheirLines() {
    String bad = GOOD.replace("into: evaluation", "into: evaluaton").replace("csv\n", "cvs\n");
    assertThatThrownBy(
            () ->
                SourceLoader.load(
                    List.of(new Named("sources/pj.yaml", bad), new Named("sources/x.yaml", "- a")),
                    TABLES))
        .isInstanceOf(HallException.class)
        .hasMessageContaining("sources/pj.yaml:3: 没有表 'evaluaton'")
        .hasMessageContaining("did you mean 'evaluation'?")
        .hasMessageContaining("sources/pj.yaml:5:")
        .hasMessageContaining("sources/x.yaml:1:");
  }

  @Test
  void aWrongFieldNamesTheNearest() {
    assertThat(problems(GOOD.replace("assess_ts: { from: 时间", "evaluatd_at: { from: 评价时间")))
        .anyMatch(
            line ->
                line.startsWith("sources/pj.yaml:18: 'evaluatd_at' 不是 evaluation 的列")
                    && line.contains("is not a field of evaluation")
                    && line.contains("did you mean 'assess_ts'?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          format: csv             ~ formt: csv                        ~ 未知的键 'formt'
          encoding: gb18030 ~ encoding: latin1                  ~ 不能是 'latin1'
          system: hcp             ~ delimiter: "||"                   ~ delimiter 应为单个字符
          system: hcp             ~ sheet: 台账                       ~ 只有 xlsx 才有 sheet
          system: hcp             ~ header_row: 0                     ~ header_row 应在
          system: hcp             ~ without_id: maybe                 ~ 不能是 'maybe'
          moves_within: 30d       ~ moves_within: soon                ~ moves_within 应如 62d
          {date}                  ~ {day}                             ~ 未知的 {day}
          {date}                  ~ x                                 ~ 缺少 {date}
          is_valid: { constant: true }  ~ is_valid: { constant: 也许 } ~ 不是 true 或 false
          "5": 5,                 ~ "5": 6,                           ~ 对应 '6'，不在
          "1": PC                 ~ "1": PX                           ~ did you mean 'PC'?
          parse: region           ~ parse: bool                       ~ 与列的类型 string 不合
          { from: 渠道, codes: { "1": PC } } ~ { from: 渠道, sql: "1" } ~ 恰好写 from、sql、constant
          d/M/uuuu H:mm           ~ d/M/uuuu bb                       ~ 日期格式 'd/M/uuuu bb' 写错
          target_type: { constant: CASE } ~ project_no: { from: a }   ~ 必填列 target_type
          source_record_id: { from: 编号 } ~ text: { from: 编号 }     ~ 没有能识别记录的列
          ignore: [姓名]          ~ ignore: [编号]                    ~ 既映射又写在 ignore 里
          source: pj              ~ source: jp                        ~ source 应与文件名一致
          operate_ts: { from: 更新时间 }  ~ operate_ts: 更新时间      ~ 应为键值表
          expect: { every: workday, by: hall } ~ latest_per_key: true ~ -
          """)
  void everyRuleSpeaks(String right, String wrong, String expected) {
    List<String> found = problems(GOOD.replace(right, wrong));
    if (expected.equals("-")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).anyMatch(line -> line.contains(expected));
    }
  }

  @Test
  void theFallbackIdentityNeedsAllItsColumns() {
    String other = GOOD.replace("source_record_id", "project_no");
    assertThat(problems(other)).isEmpty();
    assertThat(problems(other.replace("target_type: { constant: CASE }\n", "\n")))
        .anyMatch(line -> line.contains("target_type 没有映射"));
  }

  @Test
  void sourcesOfOneSystemMoveAlike() {
    String other = GOOD.replace("source: pj", "source: pj1").replace("30d", "31d");
    assertThat(problems(GOOD, other))
        .anyMatch(line -> line.startsWith("sources/pj1.yaml:1: 与 sources/pj.yaml 同属系统 'hcp'"));
    assertThat(problems(GOOD, other.replace("system: hcp", "system: other"))).isEmpty();
  }

  @Test
  void eventDateMayBeFixed() {
    String fixed = GOOD.replace("{ moves_within: 30d }", "fixed");
    assertThat(
            SourceLoader.load(List.of(new Named("pj.yaml", fixed)), TABLES)
                .get(0)
                .movesWithinDays())
        .isZero();
  }

  private static FieldMapping field(SourceSpec source, String name) {
    return Objects.requireNonNull(source.fields().get(name));
  }
}
