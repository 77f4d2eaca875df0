package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.schema.FieldType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlColumnsTest {
  @TempDir Path folder;

  private Mapped one(Fixture fixture, ExpressionEvaluator evaluator, String row) {
    return fixture.mapAll(Fixture.write(folder, "编号,时间,满意度,区划\n" + row), evaluator).get(0);
  }

  private static Fixture withFlag() {
    Fixture fixture = Fixture.ratings().field("is_default", FieldType.BOOL, true, Map.of());
    return fixture.sql("is_default", "`区划` = '7' and satisfaction = 5");
  }

  @Test
  void anExpressionSeesRawCellsAndMappedValues() {
    Mapped row =
        one(
            withFlag(),
            (index, cells, values) -> index == 0 && cells[3].equals("7") && values[1].equals(5),
            "1,2026-01-05,5,7\n");
    assertThat(((Mapped.Accepted) row).values()[3]).isEqualTo(true);
  }

  @Test
  void anExpressionThatFailsRejectsItsRecord() {
    Mapped row =
        one(
            withFlag(),
            (index, cells, values) -> {
              throw new ArithmeticException("13812345678");
            },
            "1,2026-01-05,5,7\n");
    assertThat(((Mapped.Rejected) row).reasons())
        .containsExactly(new Reason("is_default", "expression-failed", ""));
  }

  @Test
  void aTextAnswerIsReadLikeACell() {
    Mapped row = one(withFlag(), (index, cells, values) -> "否", "1,2026-01-05,5,7\n");
    assertThat(((Mapped.Accepted) row).values()[3]).isEqualTo(false);
  }

  @Test
  void expressionsComeInTheOrderWritten() {
    Fixture fixture = withFlag().field("second", FieldType.STRING, false, Map.of());
    fixture.sql("second", "is_default");
    Mapped row =
        one(
            fixture,
            (index, cells, values) -> index == 0 ? Boolean.TRUE : String.valueOf(values[3]),
            "1,2026-01-05,5,7\n");
    assertThat(((Mapped.Accepted) row).values()[4]).isEqualTo("true");
    assertThat(RecordMapper.sqlFields(fixture.source()).stream().map(f -> f.field()).toList())
        .isEqualTo(List.of("is_default", "second"));
  }
}
