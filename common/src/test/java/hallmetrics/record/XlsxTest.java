package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTest {
  @TempDir Path folder;

  private static Fixture fixture() {
    Fixture fixture = Fixture.ratings();
    fixture.format = "xlsx";
    return fixture;
  }

  private static Book book() {
    return new Book().texts("编号", "时间", "满意度", "区划");
  }

  private List<List<String>> cells(Book book) {
    return Fixture.cells(fixture().source(), book.save(folder));
  }

  private String cell(String xml) {
    return cell(book(), xml);
  }

  private String cell(Book book, String xml) {
    return cells(book.cells("<c t=\"inlineStr\"><is><t>1</t></is></c>" + xml)).get(0).get(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 46027, 2026-01-05",
    "1, 46027.5, 2026-01-05 12:00:00",
    "2, 46027, 2026-01-05 00:00:00",
    "2, 43586.458333333336, 2019-05-01 11:00:00",
    "2, 46027.336921296299, 2026-01-05 08:05:10",
    "2, 46027.99999999999, 2026-01-06 00:00:00",
    "3, 46027, 2026-01-05",
    "1, 1, 1900-01-01",
    "1, 59, 1900-02-28",
    "1, 61, 1900-03-01",
    "4, 46027, 46027",
    "0, 46027, 46027",
    "0, 0.30000000000000004, 0.3",
    "0, 1.38E10, 13800000000",
    "0, 360702199001011234, 360702199001011234",
    "0, 3.6070219900101101E17, 360702199001011000",
    "0, 5, 5",
    "0, 5.0, 5",
    "0, 1E-7, 0.0000001",
    "0, -12.50, -12.5",
  })
  void aNumberIsADateByItsStyleElsePlain(int style, String value, String expected) {
    assertThat(cell("<c s=\"" + style + "\"><v>" + value + "</v></c>")).isEqualTo(expected);
  }

  @Test
  void datesMayCountFrom1904() {
    for (String flag : List.of("1", "true")) {
      Book book =
          book()
              .workbook(
                  "<workbookPr date1904=\"" + flag + "\"/>",
                  "<sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/>");
      assertThat(cell(book, "<c s=\"1\"><v>44565</v></c>")).isEqualTo("2026-01-05");
    }
  }

  @Test
  void everyKindOfCellIsText() {
    Book book = book().strings("共享", "第二");
    book.cells(
        "<c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>1</v></c>"
            + "<c r=\"C2\" t=\"str\"><f>A1&amp;1</f><v>连</v></c><c r=\"D2\"><f>1+1</f><v>2</v></c>");
    book.cells(
        "<c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"C3\"><f>NOW()</f></c>"
            + "<c r=\"D3\" t=\"inlineStr\"><is><r><t>富</t></r><r><t>文本</t></r></is></c>");
    assertThat(cells(book))
        .containsExactly(
            List.of("第二", "TRUE", "连", "2"), List.of("#N/A", "", XlsxCell.NOT_CALCULATED, "富文本"));
  }

  @Test
  void aFormulaNeverCalculatedRejectsItsRecord() {
    Book book = book().cells("<c t=\"inlineStr\"><is><t>1</t></is></c><c><f>NOW()</f></c>");
    Mapped row = fixture().mapAll(book.save(folder)).get(0);
    assertThat(((Mapped.Rejected) row).reasons().get(0).text()).isEqualTo("error-cell:assess_ts");
  }

  @Test
  void emptyRowsAreNoRecordsAndLinesAreRows() throws IOException {
    Book book = book().texts("1", "", "", "").cells("").texts("", " ").texts("2");
    book.raw("<row r=\"900\"><c r=\"A900\" s=\"1\"/></row>");
    try (DeliveryReader reader = DeliveryReader.open(fixture().source(), book.save(folder))) {
      assertThat(Objects.requireNonNull(reader.next()).line()).isEqualTo(2);
      assertThat(Objects.requireNonNull(reader.next()).line()).isEqualTo(5);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aCellBeyondTheHeaderMakesARecordRagged() {
    Book book = book().texts("1", "a", "b", "c", "").texts("1", "a", "b", "c", "d");
    List<Mapped> rows = fixture().mapAll(book.save(folder));
    assertThat(((Mapped.Rejected) rows.get(1)).reasons().get(0).text())
        .isEqualTo("wrong-column-count");
    assertThat(((Mapped.Rejected) rows.get(0)).reasons().get(0).text()).startsWith("bad-date");
  }

  @Test
  void theHeaderMayStandBelowATitle() {
    Fixture fixture = fixture();
    fixture.headerRow = 2;
    Book book = new Book().texts("二〇二六年台账").texts("编 号\n", "时间", "满意度", "区划").texts("1");
    fixture.from("source_record_id", "编 号");
    assertThat(Fixture.cells(fixture.source(), book.save(folder))).hasSize(1);
  }

  @Test
  void aSheetIsFoundByNameAndAHiddenOneIsNotTheFirst() {
    Book book = book().texts("1");
    book.workbook(
        "",
        "<sheet name=\"旧\" sheetId=\"2\" state=\"hidden\" r:id=\"rId9\"/>"
            + "<sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/>");
    assertThat(cells(book)).hasSize(1);
    Fixture fixture = fixture();
    fixture.sheet = "台帐";
    RefusedException fault =
        catchThrowableOfType(
            RefusedException.class, () -> Fixture.cells(fixture.source(), book.save(folder)));
    assertThat(fault.code()).isEqualTo("no-such-sheet");
    assertThat(fault.sentence()).contains("台账");
  }

  @Test
  void aWorkbookWithoutStylesIsRead() {
    Book book = book().texts("1");
    book.parts.remove("xl/styles.xml");
    book.parts.computeIfPresent(
        "[Content_Types].xml", (name, xml) -> xml.replaceAll("<Override[^>]*styles[^>]*/>", ""));
    assertThat(cells(book)).hasSize(1);
  }

  @Test
  void wholeNumbersKeepTheirDigits() {
    assertThat(XlsxCell.number(new BigDecimal("3607021990010112345"))).hasSize(19);
    assertThat(XlsxCell.number(BigDecimal.ZERO)).isEqualTo("0");
  }
}
