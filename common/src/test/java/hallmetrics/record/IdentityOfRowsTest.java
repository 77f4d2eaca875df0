package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.schema.FieldType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and hashes: equal for the same content however it is written, different otherwise. */
class IdentityOfRowsTest {
  @TempDir Path folder;

  private static Fixture withoutId() {
    Fixture fixture = Fixture.ratings().field("text", FieldType.TEXT, false, Map.of());
    fixture.from("text", "内容");
    fixture.withoutId = "keep";
    fixture.ignore = List.of("备注", "登记");
    return fixture;
  }

  private List<String> keys(Fixture fixture, Path file) {
    List<String> keys = new ArrayList<>();
    for (Mapped mapped : fixture.mapAll(file)) {
      Mapped.Accepted row = (Mapped.Accepted) mapped;
      keys.add(row.recordKey() + row.recordHash());
    }
    return keys;
  }

  @Test
  void encodingOrderOfColumnsAndFormatAreNoContent() {
    String one = "编号,时间,满意度,区划,内容,备注,登记\n,2026-01-05 08:05:00,5,,\"a\r\nb\",甲,2026-01-05\n";
    String two = "登记,备注,内容,编号,区划,满意度,时间\n2026/1/5,甲　,\"a\nb\",,,非常满意,2026/1/5 8:05\n";
    List<String> keys = keys(withoutId(), Fixture.write(folder, one));
    assertThat(keys(withoutId(), Fixture.write(folder, two))).isEqualTo(keys);
    assertThat(keys(withoutId(), Fixture.write(folder, two, Charset.forName("GB18030"))))
        .isEqualTo(keys);
    Fixture book = withoutId();
    book.format = "xlsx";
    Path xlsx =
        new Book()
            .texts("编号", "时间", "满意度", "区划", "内容", "备注", "登记")
            .cells(
                "<c r=\"B2\" s=\"2\"><v>46027.336805555555</v></c><c r=\"C2\"><v>5</v></c>"
                    + "<c r=\"E2\" t=\"inlineStr\"><is><t>a\nb</t></is></c>"
                    + "<c r=\"F2\" t=\"inlineStr\"><is><t>甲</t></is></c>"
                    + "<c r=\"G2\" s=\"1\"><v>46027</v></c>")
            .save(folder);
    assertThat(keys(book, xlsx)).isEqualTo(keys);
  }

  @Test
  void everyColumnIsPartOfARowsIdentity() {
    String head = "编号,时间,满意度,区划,内容,备注,登记\n";
    String row = ",2026-01-05,5,A,电话13812345678,甲,1\n";
    List<String> others =
        List.of(
            row,
            row.replace("2026-01-05", "2026-01-06"),
            row.replace(",5,", ",1,"),
            row.replace(",A,", ",B,"),
            row.replace("13812345678", "13812345679"),
            row.replace("甲", "乙"),
            row.replace(",1\n", ",2\n"));
    List<String> keys = keys(withoutId(), Fixture.write(folder, head + String.join("", others)));
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void equalRowsAreNumbered() {
    Fixture fixture = withoutId();
    fixture.field("evaluation_id", FieldType.STRING, false, Map.of());
    Path file =
        Fixture.write(folder, "编号,时间,满意度,区划,内容,备注,登记\n,2026-01-05,5,A,,,\n,2026-01-05,5,A,,,\n");
    List<Mapped> rows = fixture.mapAll(file);
    Mapped.Accepted first = (Mapped.Accepted) rows.get(0);
    assertThat(rows.get(1)).usingRecursiveComparison().isEqualTo(first);
    assertThat(first.byRow()).isTrue();
    assertThat(RecordMapper.nth(first.recordKey(), 2))
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(first.recordKey())
        .isNotEqualTo(RecordMapper.nth(first.recordKey(), 3));
    assertThat(first.values()[RecordMapper.ownIdAt(fixture.settings())])
        .isEqualTo(first.recordKey());
  }

  @Test
  void aNewOptionalColumnChangesNoHash() {
    Path file = Fixture.write(folder, "编号,时间,满意度,区划\n1,2026-01-05,5,\n");
    Fixture wider = Fixture.ratings().field("more", FieldType.STRING, false, Map.of());
    assertThat(keys(wider, file)).isEqualTo(keys(Fixture.ratings(), file));
  }

  @Test
  void settingsTravel() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(withoutId().settings());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((MapperSettings) in.readObject()).source()).isEqualTo(withoutId().source());
    }
  }
}
