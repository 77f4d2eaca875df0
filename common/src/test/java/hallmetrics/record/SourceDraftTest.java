package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.fault.Problems;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.SourceLoader;
import hallmetrics.source.SourceSpec;
import hallmetrics.yaml.YamlFile.Named;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceDraftTest {
  private static final Map<String, TableSchema> TABLES =
      CatalogueLoader.load(Optional.empty()).tables();
  private static final String RATINGS =
      "评价编号,办件编号,评价时间,满意度,评价渠道,评价对象,是否默认,是否有效,区划代码,经手人\n"
          + "e1,p1,2026-10-08 09:00:00,5,大厅平板,办件,0,是,360702,王小明\n"
          + "e2,p2,2026-10-08 09:00:00,1,传真,办件,0,否,360702,李雷\n";

  @TempDir Path folder;

  private SourceDraft draft(String text, String name) {
    Path file = Fixture.write(folder, text, Charset.forName("GB18030"));
    return SourceDraft.of(file, name, TABLES.values()).orElseThrow();
  }

  @Test
  void theTableIsFoundByTheTitlesOfItsColumns() {
    SourceDraft draft = draft(RATINGS, "pj_20261008_1.csv");

    assertThat(draft.table()).isEqualTo("evaluation");
    assertThat(draft.name()).isEqualTo("pj");
    assertThat(draft.missing()).isEmpty();
    assertThat(draft.unmatched()).containsExactly("经手人");
  }

  @Test
  void titlesAreFoundSpelledOut() {
    SourceDraft draft =
        draft(
            "办件流水号,评价日期时间,所属区县,办事大厅,评价来源,满意程度,意见建议,联系电话\n"
                + "PJ1,2026/10/5 9:10,东湖区,东湖大厅,短信,非常满意,,13900000000\n",
            "大厅评价导出_20261031.csv");

    assertThat(draft.table()).isEqualTo("evaluation");
    assertThat(draft.yaml())
        .contains("source_record_id: { from: \"办件流水号\" }")
        .contains("assess_ts: { from: \"评价日期时间\" }")
        .contains("hall_id: { from: \"办事大厅\" }")
        .contains("satisfaction: { from: \"满意程度\"");
  }

  @Test
  void theDraftLoadsWithoutProblemsAndReadsItsOwnFile() {
    SourceDraft draft = draft(RATINGS, "pj_20261008_1.csv");
    Problems problems = new Problems();
    List<SourceSpec> sources =
        SourceLoader.load(List.of(new Named("pj.yaml", draft.yaml())), TABLES, problems);

    assertThat(problems.list()).isEmpty();
    SourceSpec source = sources.get(0);
    assertThat(source.asOfPattern()).isEqualTo("pj_{date}_{seq}.csv");
    assertThat(source.location()).isEqualTo("pj_*.csv");
    assertThat(source.fields()).containsKeys("source_record_id", "assess_ts", "region_id");
    Path file = Fixture.write(folder, RATINGS, Charset.forName("GB18030"));
    assertThat(DeliveryOpener.open(source, file, 1 << 20).header()).hasSize(10);
  }

  @Test
  void codesKnownByTitleAreMappedTheOthersLeftToTheClerk() {
    String yaml = draft(RATINGS, "pj_20261008_1.csv").yaml();

    assertThat(yaml).contains("\"大厅平板\": \"HALL_TABLET\"").contains("待定的代码：传真");
    assertThat(yaml).as("a scale is never taken for granted").contains("请核对方向");
  }

  @Test
  void valuesOfColumnsWithoutCodesAreNotInTheDraft() {
    assertThat(draft(RATINGS, "pj_20261008_1.csv").yaml()).doesNotContain("王小明");
  }

  @Test
  void requiredColumnsThatWereNotFoundAreNamed() {
    SourceDraft draft = draft("评价编号,评价时间,满意度\ne1,2026-10-08,5\n", "x.csv");

    assertThat(draft.missing()).contains("channel", "target_type", "region_id");
    assertThat(draft.yaml()).contains("待定：必填列 评价渠道（channel）");
  }

  @Test
  void titleRowsAboveTheHeaderAreSteppedOver() {
    SourceDraft draft = draft("某市好差评登记表\n2026年10月\n" + RATINGS, "x.csv");

    assertThat(draft.yaml()).contains("header_row: 3");
  }

  @Test
  void aForeignFileHasNoDraft() {
    Path file = Fixture.write(folder, "alpha;beta\n1;2\n");

    assertThat(SourceDraft.of(file, "x.csv", TABLES.values())).isEmpty();
  }
}
