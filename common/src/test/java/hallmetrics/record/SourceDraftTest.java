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
    return SourceDraft.of(file, name, TABLES.values(), DraftSite.NONE).orElseThrow();
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

    assertThat(SourceDraft.of(file, "x.csv", TABLES.values(), DraftSite.NONE)).isEmpty();
  }

  @Test
  void otherNamesOfColumnsAndCodesAreKnown() {
    SourceDraft draft =
        draft(
            "评价编号,提交时间,评价结果,评价渠道,所属区,备注\n"
                + "e1,2026-10-08 09:00:00,非常满意,短信评价,东湖区,a\n"
                + "e2,2026-10-08 09:00:00,非常不满意,自助终端,东湖区,b\n",
            "x.csv");

    assertThat(draft.table()).isEqualTo("evaluation");
    assertThat(draft.unmatched()).isEmpty();
    assertThat(draft.yaml())
        .contains("assess_ts: { from: \"提交时间\" }")
        .contains("satisfaction: { from: \"评价结果\", codes: { \"非常不满意\": \"1\", \"非常满意\": \"5\" }")
        .contains("\"短信评价\": \"SMS\"", "\"自助终端\": \"KIOSK\"")
        .contains("region_id: { from: \"所属区\"", "text: { from: \"备注\" }")
        .doesNotContain("待定的代码");
  }

  @Test
  void otherNamesOfTheHotlineAreKnown() {
    SourceDraft draft =
        draft(
            "工单编号,来电时间,来源,诉求类型,诉求区域,回访满意度\n"
                + "t1,2026-10-08 09:00:00,微信,咨询,东湖区,基本满意\n"
                + "t2,2026-10-08 09:00:00,电话,投诉,东湖区,满意\n",
            "x.csv");

    assertThat(draft.table()).isEqualTo("hotline_ticket");
    assertThat(draft.yaml())
        .contains("receive_ts: { from: \"来电时间\" }", "\"微信\": \"WECHAT\"")
        .contains("region_id: { from: \"诉求区域\"", "satisfaction_result: { from: \"回访满意度\"");
  }

  @Test
  void placesGetNoCodesWhichWouldRejectEveryLaterPlace() {
    assertThat(draft(RATINGS.replace("360702", "东湖区"), "x.csv").yaml())
        .contains("region_id: { from: \"区划代码\", parse: region }\n");
  }

  @Test
  void aColumnIsFoundByTheWordsInIt() {
    SourceDraft draft =
        draft(
            "评价编号,评价时间,群众意见\n" + "e1,2026-10-08,满意\ne2,2026-10-08,不满意\ne3,2026-10-08,非常满意\n",
            "x.csv");

    assertThat(draft.yaml()).contains("satisfaction: { from: \"群众意见\"");
  }

  @Test
  void aConstantNamesTheValuesItMayHave() {
    assertThat(draft("评价编号,评价时间,满意度\ne1,2026-10-08,5\n", "x.csv").yaml())
        .contains("# target_type: { constant: }   # 可写：CASE 办件、ITEM 事项")
        .contains("# is_valid: { constant: }   # 可写：\"true\" 是、\"false\" 否");
  }
}
