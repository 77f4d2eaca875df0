package hallmetrics.region;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.fault.Problem;
import hallmetrics.fault.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong registers are answered with file and line, all at once. */
class WrongRegistersTest {

  @Test
  void everyWrongRowIsNamed() {
    String regions =
        """
        region_id,name,parent_id,successor_id,gb_code,population,valid_from,valid_to
        3604,九江市,,,,,,
        360404,柴桑区,3605,,360404,,,
        360405,,3604,,,,,
        360406,共青城,3604,360999,360404,3x,2020-13-01,
        360407,庐山市,3604,,,,2020-01-01,2019-01-01
        360404,柴桑区,3604,,,,2020-01-01,
        """;

    assertThat(problems(regions))
        .containsExactly(
            "region.csv:3: 未登记的上级区划 '3605' (not registered)（是否想写 '3604'？did you mean '3604'?）",
            "region.csv:4: 'name' 不能为空 (must not be empty)",
            "region.csv:5: 'population' 应为整数，实为 '3x' (a whole number)",
            "region.csv:5: 'valid_from' 应为日期 yyyy-MM-dd，实为 '2020-13-01' (a date)",
            "region.csv:5: 未登记的承继区划 '360999' (not registered)"
                + "（是否想写 '3604'？did you mean '3604'?）",
            "region.csv:5: 代码 'GB 360404' 已属 '360404'（第 3 行）(code belongs to another)",
            "region.csv:6: 结束日期 2019-01-01 早于开始日期 2020-01-01 (ends before it begins)",
            "region.csv:7: '360404' 与第 3 行的有效期重叠 (validity overlaps)");
  }

  @Test
  void aHeaderIsCheckedBeforeTheRows() {
    assertThat(problems("region_id,nome,name\n1,a,b\n"))
        .containsExactly(
            "region.csv:1: 未知的列 'nome' (unknown column)（是否想写 'name'？did you mean 'name'?）");
    assertThat(problems("region_id\n1\n"))
        .containsExactly("region.csv:1: 缺少列 'name' (missing column)");
    assertThat(problems("")).containsExactly("region.csv:1: 文件没有表头 (no header)");
  }

  @Test
  void regionsThatContainEachOtherAreNamed() {
    assertThat(problems("region_id,name,parent_id\nA,甲,B\nB,乙,A\n"))
        .containsExactly(
            "region.csv:2: 上级区划成环：[A, B] (regions contain each other)",
            "region.csv:3: 上级区划成环：[B, A] (regions contain each other)");
  }

  @Test
  void aRegionDoesNotSucceedItself() {
    assertThat(problems("region_id,name,successor_id\nA,甲,A\nB,乙,A\n"))
        .containsExactly("region.csv:2: 承继区划是它自己 (succeeds itself)");
  }

  @Test
  void aRowOfAnotherWidthIsNamed() {
    assertThat(problems("region_id,name\nA,甲,x\n"))
        .containsExactly("region.csv:2: 应有 2 列，实有 3 列 (wrong number of columns)");
  }

  private static List<String> problems(String regions) {
    Problems problems = new Problems();
    new RegisterLoader(problems)
        .load(new RegisterLoader.Text("region.csv", regions), null, null, null);
    return problems.list().stream().map(Problem::toString).toList();
  }
}
