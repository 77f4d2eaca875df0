package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.source.AsOf;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft's location and as_of take the file they were drafted from, and those of other days. */
class DraftNameTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "pj_20261008_1.csv, pj_*.csv, pj_{date}_{seq}.csv",
        "评价导出_20261031093000.csv, 评价导出_*.csv, 评价导出_{date}{time}.csv",
        "评价_20261001-20261031.csv, 评价_*.csv, 评价_*-{date}.csv",
        "20261031_评价.csv, *_评价.csv, {date}_评价.csv",
        "评价（2026-10-31）.csv, 评价（*）.csv, 评价（{date}）.csv",
        "评价2026年10月31日.csv, 评价*.csv, -",
        "评价2026.10.31.xlsx, 评价*.xlsx, -",
        "评价_2026-10.csv, 评价_*.csv, -",
        "pj_2026.csv, pj_*.csv, -",
        "评价_20261331.csv, 评价_*.csv, -",
        "评价_2026-1031.csv, 评价_*.csv, -",
        "评价.csv, 评价.csv, -",
        "热线/2026/x_20261031.csv, 热线/*/x_*.csv, x_{date}.csv",
        "热线/2026/10/x_20261031.csv, 热线/*/*/x_*.csv, x_{date}.csv",
        "热线/2026年/10月/31/x_20261031.csv, 热线/*/*/*/x_*.csv, x_{date}.csv",
        "2026-10/31日/x.csv, */*/x.csv, -",
      })
  void namesOfOtherDaysAreTaken(String delivered, String location, String asOf) {
    DraftName name = new DraftName(delivered);

    assertThat(name.location()).isEqualTo(location);
    assertThat(name.asOf()).isEqualTo(asOf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pj_20261008_1.csv",
        "评价[1]_20261031(2).csv",
        "a{b}_20261031.csv",
        "评价_20261331_20261031.csv",
        "x20261031_13800013800.csv",
        "评价 2026-10-31 09.30.csv",
        "热线/2026/10/x_20261031.csv",
        "2026/10/31/x_20261031.csv",
        "zs13812345678_20261031.csv",
        "zs13800013800@qq.com_20261031.csv",
        "x_36010119900101123X_20261031.csv",
      })
  void theFileItselfIsTaken(String delivered) {
    DraftName name = new DraftName(delivered);
    String pattern = Objects.requireNonNull(name.asOf());

    assertThat(FileSystems.getDefault().getPathMatcher("glob:" + name.location()))
        .matches(matcher -> matcher.matches(Path.of(delivered)), name.location());
    String own = delivered.substring(delivered.lastIndexOf('/') + 1);
    assertThat(AsOf.read(pattern, own)).as(pattern).isPresent();
    assertThat(name.location() + pattern + name.plain())
        .doesNotContain("13800013800", "13812345678", "360101", "123X", "qq.com");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "zs13812345678_20261031.csv, zs, zs*.csv",
        "hotline_138-1234-5678_20261031.csv, hotline, hotline_*.csv",
        "rating_36010119900101123X.csv, rating, rating_*.csv",
        "rating-zhang.san@qq.com.csv, -, *.csv",
        "zhang_san20260101@qq.com_20261031.xlsx, -, *.xlsx",
      })
  void aSourceIsNotCalledByANumberOrAddressOfAPerson(
      String delivered, @Nullable String plain, String location) {
    DraftName name = new DraftName(delivered);

    assertThat(name.plain()).isEqualTo(plain == null ? "" : plain);
    assertThat(name.location()).isEqualTo(location);
  }
}
