package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site adds to the built-in catalogue or replaces an entry by name. */
class OverlayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  @Test
  void aSiteWithoutFilesHasTheBuiltInCatalogue(@TempDir Path folder) {
    Catalogue none = CatalogueLoader.load(Optional.empty());

    assertThat(CatalogueLoader.load(Optional.of(folder.resolve("catalogue"))).fingerprint())
        .isEqualTo(none.fingerprint());
  }

  @Test
  void anEntryIsReplacedByNameAndItsOriginSaysSo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("stricter.yaml");
    Files.writeString(
        file,
        """
        table: evaluation
        measures:
          ratings: { where: "is_valid and not is_default and assess_number = 1 and channel <> 'PC'", on: assess_ts, splits: [channel, mode, satisfaction, case_type] }
        """);

    Catalogue catalogue = CatalogueLoader.load(Optional.of(folder));

    assertThat(catalogue.existingMeasure("bad_ratings").where())
        .isEqualTo(
            "is_valid and not is_default and assess_number = 1 and channel <> 'PC'"
                + " and satisfaction <= 2");
    assertThat(catalogue.origin("ratings")).isEqualTo(file + ":3");
    assertThat(catalogue.origins())
        .filteredOn(origin -> origin.name().equals("ratings"))
        .singleElement()
        .extracting(Origin::replaced)
        .asString()
        .startsWith("builtin:catalogue/evaluation.yaml:");
  }

  @Test
  void aSiteAddsAColumnAndASplitToATable(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("district.yaml"),
        """
        table: evaluation
        columns:
          counter: { type: string, title: 柜台 }
        splits: { counter: counter }
        """);

    Catalogue catalogue = CatalogueLoader.load(Optional.of(folder));

    assertThat(catalogue.splits("evaluation")).containsKeys("channel", "counter");
    assertThat(catalogue.splitTitle("evaluation", "counter")).isEqualTo("柜台");
    assertThat(catalogue.countingFingerprint("evaluation"))
        .isNotEqualTo(CatalogueLoader.load(Optional.empty()).countingFingerprint("evaluation"));
  }

  @Test
  void aNewDefinitionEndsTheOldOneTheDayBefore(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("praise.yaml"),
        """
        metrics:
          praise_rate@2:
            title: 好评率（新口径）
            ratio: [good_ratings_all, ratings_all]
            better: higher
            definition: 含默认评价
            valid_from: 2027-01-01
        """);

    Catalogue catalogue = CatalogueLoader.load(Optional.of(folder));

    assertThat(catalogue.versions("praise_rate"))
        .extracting(Metric::version, Metric::validTo)
        .containsExactly(tuple(1, LocalDate.of(2026, 12, 31)), tuple(2, null));
    assertThat(catalogue.metric("praise_rate", DAY)).extracting(Metric::version).isEqualTo(1);
    assertThat(catalogue.metric("praise_rate", LocalDate.of(2027, 1, 1)))
        .extracting(Metric::version)
        .isEqualTo(2);
    assertThat(catalogue.metric("praise_rate", LocalDate.of(2020, 12, 31))).isNull();
  }

  @Test
  void aSiteBringsAWholeTableWithoutAKeyAndAScore(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("state_score.yaml"),
        """
        table: state_score
        title: 各州患者评分
        event_date: period_date
        place: { region: state }
        columns:
          state:       { type: string, title: 州, required: true }
          period_date: { type: date, title: 期末, required: true }
          measure_id:  { type: string, title: 问题, required: true }
          top_box:     { type: decimal, title: 最高档占比 }
        metrics:
          hospital_rating: { title: 医院评分, kind: SCORE, value: top_box, on: period_date, where: measure_id = 'H_HSP_RATING', better: higher, definition: 最高档占比, valid_from: 2015-01-01 }
        rankings:
          - { metric: hospital_rating, scope: region }
        """);

    Catalogue catalogue = CatalogueLoader.load(Optional.of(folder));

    assertThat(catalogue.existingTable("state_score").key()).isEmpty();
    Measure stated = catalogue.existingMeasure("hospital_rating");
    assertThat(stated.table()).isEqualTo("state_score");
    assertThat(stated.sum()).isEqualTo("top_box");
    assertThat(stated.where()).isEqualTo("measure_id = 'H_HSP_RATING'");
    assertThat(catalogue.metric("hospital_rating", DAY))
        .returns(MetricKind.SCORE, Metric::kind)
        .returns("hospital_rating", Metric::numerator)
        .returns(Unit.POINTS, Metric::unit);
  }

  @Test
  void problemsOfAllFilesEndInOneFaultWithExitTwo(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "metricks: {}\n");
    Files.writeString(folder.resolve("b.yaml"), "pages: [{ id: p9, form: pie, metrics: [] }]\n");

    assertThatThrownBy(() -> CatalogueLoader.load(Optional.of(folder)))
        .isInstanceOfSatisfying(
            HallException.class,
            fault -> {
              assertThat(fault.status()).isEqualTo(ExitStatus.USAGE);
              assertThat(fault.getMessage())
                  .contains("配置有 2 处错误")
                  .contains(folder.resolve("a.yaml") + ":1: 未知的键 'metricks'")
                  .contains(folder.resolve("b.yaml") + ":1: 未知的页面形式 'pie'");
            });
  }

  @Test
  void twoFilesOfASiteMayNotDefineTheSame() {
    List<String> found =
        Texts.problems(
            List.of(),
            List.of(
                Texts.named("a.yaml", Texts.VISIT + "measures: { v: { on: visit_ts } }\n"),
                Texts.named("b.yaml", "table: visit\nmeasures:\n  v: { on: visit_ts }\n")));

    assertThat(found).containsExactly("b.yaml:3: measure 'v' 重复定义，已见于 a.yaml:13 (defined twice)");
  }
}
