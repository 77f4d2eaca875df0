package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong tables are answered with file, line and the nearest right name. */
class WrongTablesTest {

  @Test
  void aSoundTableHasNoProblem() {
    assertThat(Texts.problems(Texts.VISIT)).isEmpty();
  }

  @Test
  void unknownKeysAreNamedWithTheNearestRightOne() {
    assertThat(
            Texts.problems(
                Texts.VISIT
                    .replace("title: 走访", "title: 走访\nmesures: {}")
                    .replace("{ region: region_id }", "{ regoin: region_id }")))
        .containsExactly(
            "visit.yaml:3: 未知的键 'mesures' (unknown key)（是否想写 'measures'？did you mean 'measures'?）",
            "visit.yaml:6: 未知的键 'regoin' (unknown key)（是否想写 'region'？did you mean 'region'?）");
  }

  @Test
  void unknownTypesAreNamed() {
    assertThat(Texts.problems(Texts.VISIT.replace("type: decimal", "type: decimel")))
        .containsExactly(
            "visit.yaml:11: 未知的类型 'decimel'，可用 [string, code, text, key, int, long, decimal, bool,"
                + " timestamp, date, strings]（是否想写 'decimal'？did you mean 'decimal'?）");
  }

  @Test
  void aKeyColumnExists() {
    assertThat(Texts.problems(Texts.VISIT.replace("[visit_no]", "[visit_no, visit_nr]")))
        .containsExactly(
            "visit.yaml:1: 未知的主键列 'visit_nr'（是否想写 'visit_no'？did you mean 'visit_no'?）");
  }

  @Test
  void theEventDateIsARequiredTime() {
    assertThat(Texts.problems(Texts.VISIT.replace("event_date: visit_ts", "event_date: visit_t")))
        .containsExactly(
            "visit.yaml:1: 未知的事件日期列 'visit_t'（是否想写 'visit_ts'？did you mean 'visit_ts'?）");
    assertThat(Texts.problems(Texts.VISIT.replace("event_date: visit_ts", "event_date: visit_no")))
        .containsExactly(
            "visit.yaml:7: 事件日期列 'visit_no' 应为 timestamp 或 date (event date must be a time)");
    assertThat(Texts.problems(Texts.VISIT.replace("时间, required: true", "时间")))
        .containsExactly(
            "visit.yaml:8: 事件日期列 'visit_ts' 须 required: true (event date is required)");
  }

  @Test
  void bookkeepingNamesAreReserved() {
    assertThat(
            Texts.problems(
                Texts.VISIT.replace(
                    "splits:", "  line: { type: int, title: 行 }\nsplits: { days: score }\nx:")))
        .containsExactly(
            "visit.yaml:1: 维度名 'days' 由系统保留 (reserved split name)",
            "visit.yaml:12: 列名 'line' 由系统保留 (reserved for bookkeeping)",
            "visit.yaml:14: 未知的键 'x' (unknown key)");
  }

  @Test
  void aCodeHasItsListAndADefaultOfIt() {
    assertThat(
            Texts.problems(
                Texts.VISIT.replace(
                    "values: { OPEN: 明查, SECRET: 暗访 }", "default: WALK, values: { OPEN: 明查 }")))
        .containsExactly("visit.yaml:10: 'kind' 的 default 'WALK' 不在 values 中 (not a code)");
    assertThat(Texts.problems(Texts.VISIT.replace(", values: { OPEN: 明查, SECRET: 暗访 }", "")))
        .containsExactly("visit.yaml:10: code 列 'kind' 缺少 values (no code list)");
  }

  @Test
  void placesAndSplitsNameColumns() {
    assertThat(
            Texts.problems(
                Texts.VISIT
                    .replace("{ region: region_id }", "{ region: region, region_else: org }")
                    .replace("{ kind: kind }", "{ kind: kinds }")))
        .containsExactly(
            "visit.yaml:1: 未知的地点列 'region'（是否想写 'region_id'？did you mean 'region_id'?）",
            "visit.yaml:1: region_else: org 需要 place.org (needs an org column)",
            "visit.yaml:1: 未知的维度列 'kinds'（是否想写 'kind'？did you mean 'kind'?）");
  }

  @Test
  void aTableThatNobodyDeclaredCannotBeExtended() {
    List<String> found =
        Texts.problems(
            List.of(Texts.named("builtin:catalogue/visit.yaml", Texts.VISIT)),
            List.of(Texts.named("visits.yaml", "table: visits\nsplits: { a: kind }\n")));

    assertThat(found)
        .containsExactly(
            "visits.yaml:1: 未知的表 'visits'；新表须写 event_date (unknown table)"
                + "（是否想写 'visit'？did you mean 'visit'?）");
  }

  @Test
  void measuresWithoutATableHaveNoHome() {
    assertThat(Texts.problems("measures: { a: { on: b } }\n"))
        .containsExactly("visit.yaml:1: 'measures' 需要先写 table (needs 'table')");
  }

  @Test
  void aDerivedTableSaysWhatItJoinsAndHow() {
    assertThat(
            Texts.problems(
                Texts.VISIT
                    + """
                    derive:
                      seen_again:
                        title: 复查
                        left_join: visits
                        within: 62
                        computed:
                          score: { type: int, title: 得分, sql: "1" }
                      once: { title: 一次, on: [a], pick: [b] }
                    """))
        .containsExactly(
            "visit.yaml:15: 未知的表 'visits'（是否想写 'visit'？did you mean 'visit'?）",
            "visit.yaml:15: 派生表 'seen_again' 的 left_join 须写 on 和 pick (a join needs on and pick)",
            "visit.yaml:17: 'within' 应写成天数，如 62d，实为 '62' (days such as 62d)",
            "visit.yaml:19: 计算列 'score' 与已有列同名 (hides another column)",
            "visit.yaml:20: 派生表 'once' 没有 left_join，不应有 on 和 pick (nothing is joined)");
  }

  @Test
  void whatIsNoYamlIsNamedWithItsLine() {
    assertThat(Texts.problems("table: a\nkey: [a\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("visit.yaml:3: YAML 语法错误：");
  }
}
