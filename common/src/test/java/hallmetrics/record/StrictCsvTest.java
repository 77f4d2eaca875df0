package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmetrics.source.SourceSpec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zoo of ugly files. */
class StrictCsvTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEAD = "编号,时间,满意度,区划\n";
  private static final String ROW = "1,2026-01-05,5,㐂𠮷\n";

  @TempDir Path folder;

  private static SourceSpec source() {
    return Fixture.ratings().source();
  }

  private RefusedException refused(byte[] bytes) {
    return refused(source(), Fixture.write(folder, bytes));
  }

  private static RefusedException refused(SourceSpec source, Path file) {
    return catchThrowableOfType(RefusedException.class, () -> Fixture.cells(source, file));
  }

  private RefusedException refused(String text) {
    return refused(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
  void anEncodingIsFound(String charset) {
    Path file = Fixture.write(folder, HEAD + ROW, Charset.forName(charset));
    assertThat(Fixture.cells(source(), file))
        .containsExactly(List.of("1", "2026-01-05", "5", "㐂𠮷"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() {
    Path file = Fixture.write(folder, "\uFEFF" + HEAD + ROW);
    Inspection found = Inspection.of(source(), file, 1 << 20);
    assertThat(found.header()).startsWith("编号");
    assertThat(found.encoding()).isEqualTo("按文件头标记 UTF-8");
  }

  @Test
  void gbkIsReadWhenDeclared() {
    Fixture fixture = Fixture.ratings();
    fixture.encoding = "gbk";
    Path file = Fixture.write(folder, HEAD + "1,2026,5,赣州\n", Charset.forName("GBK"));
    assertThat(Fixture.cells(fixture.source(), file))
        .containsExactly(List.of("1", "2026", "5", "赣州"));
  }

  @Test
  void anUndecodableByteIsNamedByOffsetAndLine() {
    byte[] head = (HEAD + "1,2026,5,a\n2,2026,5,").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = java.util.Arrays.copyOf(head, head.length + 2);
    bytes[head.length] = (byte) 0xFF;
    Fixture fixture = Fixture.ratings();
    fixture.encoding = "utf-8";
    RefusedException fault = refused(fixture.source(), Fixture.write(folder, bytes));
    assertThat(fault.code()).isEqualTo("undecodable");
    assertThat(fault.position()).isEqualTo("字节 " + head.length + "，第 3 行");
  }

  @Test
  void aFileCutInsideACharacterIsRefused() {
    Fixture fixture = Fixture.ratings();
    fixture.encoding = "gb18030";
    byte[] whole = (HEAD + "1,2026,5,赣").getBytes(GB18030);
    Path file = Fixture.write(folder, java.util.Arrays.copyOf(whole, whole.length - 1));
    assertThat(refused(fixture.source(), file).code()).isEqualTo("undecodable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void anEmptyFileIsRefused(String text) {
    assertThat(refused(text).code()).isEqualTo("empty-file");
  }

  @Test
  void aHeaderAloneIsADeliveryOfNothing() {
    assertThat(Fixture.cells(source(), Fixture.write(folder, HEAD))).isEmpty();
  }

  @Test
  void quotesNewlinesAndDelimitersInsideQuotesAreText() {
    Path file = Fixture.write(folder, HEAD + "1,\"a\r\nb\",\"say \"\"hi\"\", ok\",x\r\n2,,,\r\n");
    assertThat(Fixture.cells(source(), file))
        .containsExactly(List.of("1", "a\r\nb", "say \"hi\", ok", "x"), List.of("2", "", "", ""));
  }

  @Test
  void anUnclosedQuoteNamesTheLineItOpenedOn() {
    RefusedException fault = refused(HEAD + "1,a,5,x\n2,\"b,5,x\n3,c,5,x\n");
    assertThat(fault.code()).isEqualTo("unclosed-quote");
    assertThat(fault.position()).isEqualTo("第 3 行");
  }

  @Test
  void anUnclosedQuoteCannotHideBehindLaterQuotes() {
    RefusedException fault = refused(HEAD + "1,\"b,5,x\n2,c,5,x\n3,\"c\",5,x\n");
    assertThat(fault.fault()).isEqualTo("unclosed-quote");
    assertThat(fault.position()).isEqualTo("第 2 行");
  }

  @Test
  void anUnclosedQuoteCannotEatWholeRecords() {
    RefusedException fault = refused(HEAD + "1,\"b,5,x\n2,c,5,x\n3,\",c\",5,x\n4,d,5,x\n");
    assertThat(fault.code()).isEqualTo("unclosed-quote");
    assertThat(fault.position()).isEqualTo("第 2 行");
  }

  @Test
  void aQuoteInsideAnUnquotedFieldIsText() {
    Path file = Fixture.write(folder, HEAD + "1,5\" disk,5,x\n");
    assertThat(Fixture.cells(source(), file).get(0)).contains("5\" disk");
  }

  @Test
  void textAfterAClosingQuoteIsRefused() {
    RefusedException fault = refused(HEAD + "1,\"a\"b,5,x\n");
    assertThat(fault.code()).isEqualTo("stray-quote");
    assertThat(fault.position()).isEqualTo("第 2 行");
  }

  @Test
  void aMissingColumnNamesTheNearest() {
    RefusedException fault = refused("编号,评价时问,满意度,区划\n");
    assertThat(fault.fault()).isEqualTo("missing-column:时间");
    assertThat(refused("编号,评价时间,满意度\n").sentence()).contains("缺少列 '时间'");
    assertThat(refused("编号,时 间,满意度,区划\n").sentence()).contains("最接近的列是 '时 间'");
  }

  @Test
  void aHeaderTwiceIsRefused() {
    assertThat(refused("编号,时间,满意度,区划,时间\n").fault()).isEqualTo("duplicate-header:时间");
  }

  @Test
  void aSourceWithoutIdNamesEveryColumn() {
    Fixture fixture = Fixture.ratings();
    fixture.withoutId = "keep";
    Path file = Fixture.write(folder, "编号,时间,满意度,区划,备注\n");
    assertThat(refused(fixture.source(), file).fault()).isEqualTo("unnamed-column:备注");
    fixture.ignore = List.of("备注");
    assertThat(Fixture.cells(fixture.source(), file)).isEmpty();
  }

  @Test
  void aRowOfEmptyCellsIsNoRecord() {
    Path file = Fixture.write(folder, HEAD + ",,,\n \t, ,,\n1,2,3,4\n,,,\n");
    assertThat(Fixture.cells(source(), file)).hasSize(1);
  }

  @Test
  void theHeaderMayStandBelowATitle() {
    Fixture fixture = Fixture.ratings();
    fixture.headerRow = 2;
    Path file = Fixture.write(folder, "二〇二六年台账\n\n" + HEAD + ROW);
    assertThat(Fixture.cells(fixture.source(), file)).hasSize(1);
  }

  @Test
  void aCellOfAMegabyteIsRead() {
    String cell = "长".repeat(1 << 20);
    Path file = Fixture.write(folder, HEAD + "1,2,3,\"" + cell + "\"\n");
    assertThat(Fixture.cells(source(), file).get(0).get(3)).isEqualTo(cell);
  }

  @Test
  void aFieldBeyondReasonIsRefused() {
    assertThat(refused(HEAD + "1,2,3," + "x".repeat(9 << 20) + "\n").code())
        .isEqualTo("field-too-long");
  }

  @Test
  void linesAreThePhysicalOnes() throws java.io.IOException {
    Path file = Fixture.write(folder, HEAD + "1,\"a\nb\",,\r\n\r\n2,c,,\r3,d,,\n");
    try (DeliveryReader reader = DeliveryReader.open(source(), file)) {
      assertThat(List.of(line(reader), line(reader), line(reader))).containsExactly(2L, 5L, 6L);
    }
  }

  private static long line(DeliveryReader reader) {
    return Objects.requireNonNull(reader.next()).line();
  }
}
