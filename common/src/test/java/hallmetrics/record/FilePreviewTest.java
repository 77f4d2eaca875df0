package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.CatalogueLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreviewTest {
  private static final String FILE =
      "编号,时间,满意度,区划,备注\n"
          + "e1,2026-10-08 09:00:00,非常满意,360702,a\n"
          + "e2,2026-10-08 09:00:00,5,３６０７０２,\n"
          + "e3,2026-10-32 09:00:00,1,999999,\n"
          + "e4,2026-10-08 09:00:00,满意吧,360702,\n"
          + "e5,2026-10-08 09:00:00\n";

  @TempDir Path folder;

  private FilePreview preview() {
    Path file = Fixture.write(folder, FILE);
    return FilePreview.of(Fixture.ratings().settings(), file, ExpressionEvaluator.NONE);
  }

  private FilePreview.Column column(String header) {
    return preview().columns().stream()
        .filter(column -> column.header().equals(header))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsRecordsAndReasons() {
    FilePreview preview = preview();

    assertThat(preview.records()).isEqualTo(5);
    assertThat(preview.accepted()).isEqualTo(2);
    assertThat(preview.reasons().toString())
        .isEqualTo("{bad-date:assess_ts=1, unknown-code:satisfaction=1, wrong-column-count=1}");
  }

  @Test
  void aCodeIsShownWithWhatItBecomes() {
    FilePreview.Column level = column("满意度");

    assertThat(level.field()).isEqualTo("satisfaction");
    assertThat(level.values())
        .contains(
            new FilePreview.Value("非常满意", "5 好", 1),
            new FilePreview.Value("5", "5 好", 1),
            new FilePreview.Value("满意吧", "", 1));
    assertThat(level.rejected()).containsEntry("unknown-code:satisfaction", 1L);
    assertThat(level.empty()).isEqualTo(1);
  }

  @Test
  void aRegionIsShownByItsLocalCode() {
    assertThat(column("区划").values()).contains(new FilePreview.Value("360702", "ZG", 3));
  }

  @Test
  void aColumnNobodyMapsIsNamed() {
    assertThat(column("备注").meaning()).isEqualTo("未映射");
    assertThat(column("备注").field()).isEmpty();
  }

  @Test
  void aConstantIsAColumnOfItsOwn() {
    Fixture fixture = Fixture.ratings().constant("region_id", "360702");
    Path file = Fixture.write(folder, FILE);
    List<FilePreview.Column> columns =
        FilePreview.of(fixture.settings(), file, ExpressionEvaluator.NONE).columns();

    FilePreview.Column last = columns.get(columns.size() - 1);
    assertThat(last.header()).isEmpty();
    assertThat(last.meaning()).contains("固定为 360702");
    assertThat(last.values()).extracting(FilePreview.Value::masked).containsExactly("ZG");
  }

  @Test
  void atMostTenValuesTheMostFrequentFirst() {
    StringBuilder text = new StringBuilder("编号,时间,满意度,区划\n");
    for (int i = 0; i < 60; i++) {
      int code = i < 30 ? 0 : i % 15;
      text.append("e").append(i).append(",2026-10-08,5,3607").append(10 + code).append('\n');
    }
    Path file = Fixture.write(folder, text.toString());
    FilePreview.Column region =
        FilePreview.of(Fixture.ratings().settings(), file, ExpressionEvaluator.NONE)
            .columns()
            .get(3);

    assertThat(region.values()).hasSize(10);
    assertThat(region.more()).isTrue();
    assertThat(region.values().get(0)).isEqualTo(new FilePreview.Value("360710", "", 32));
  }

  private FilePreview.Column unmapped(String header, String... words) {
    StringBuilder text = new StringBuilder("编号,时间,满意度,区划," + header + "\n");
    for (int i = 0; i < 6 * words.length; i++) {
      text.append("e").append(i).append(",2026-10-08,5,360702,");
      text.append(words[i % words.length]).append('\n');
    }
    Path file = Fixture.write(folder, text.toString());
    return FilePreview.of(
            Fixture.ratings().settings(),
            file,
            ExpressionEvaluator.NONE,
            CatalogueLoader.load(Optional.empty()).tables().values(),
            mapped -> {})
        .columns()
        .get(4);
  }

  @Test
  void wordsOfAListAreShownThoughNobodyMappedThem() {
    assertThat(unmapped("回访满意度", "基本满意", "满意", "不满意").values())
        .extracting(FilePreview.Value::masked)
        .containsExactlyInAnyOrder("基本满意", "满意", "不满意");
  }

  @Test
  void wordsThatMayBeNamesAreNotShown() {
    assertThat(unmapped("回访", "基本满意", "王小明", "敖小明").values())
        .extracting(FilePreview.Value::masked)
        .containsExactlyInAnyOrder("基本满意", "王**", "敖**");
    assertThat(unmapped("受理岗", "万芳", "郗小明", "是", "阿依古丽·买买提").values())
        .as("rare surnames under a title that speaks of no person")
        .extracting(FilePreview.Value::masked)
        .containsExactlyInAnyOrder("万**", "郗**", "是", "阿**");
    assertThat(unmapped("诉求内容", "钱静明先生来电反映噪声", "东山区政务中心").values())
        .as("words of which only few records have the same")
        .extracting(FilePreview.Value::masked)
        .containsExactlyInAnyOrder("〔11 字〕", "东山区政务中心");
  }

  @Test
  void recordsThatComeAgainAndValuesThatLookAlikeAreCounted() {
    Path file =
        Fixture.write(
            folder,
            "编号,时间,满意度,区划\n"
                + "20990000101,2026-10-08,5,360702\n"
                + "20990000201,2026-10-08,5,360702\n"
                + "20990000201,2026-10-08,1,360702\n");
    FilePreview preview =
        FilePreview.of(Fixture.ratings().settings(), file, ExpressionEvaluator.NONE);

    assertThat(preview.repeated()).isEqualTo(1);
    assertThat(preview.columns().get(0).values())
        .containsExactly(new FilePreview.Value("209******01", "", 3, 2));
  }
}
