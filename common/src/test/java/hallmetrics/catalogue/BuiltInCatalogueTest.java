package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlFile.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue in the jar keeps every law and is the contract of ids. */
class BuiltInCatalogueTest {
  private final Catalogue catalogue = CatalogueLoader.load(Optional.empty());

  @Test
  void idsAndCodesAreTheContract() {
    TreeMap<String, String> ids = new TreeMap<>();
    catalogue.metrics().forEach(metric -> ids.put(metric.id(), metric.code()));

    assertThat(String.join(" ", ids.entrySet().stream().map(Object::toString).toList()))
        .isEqualTo(
            "active_share=EV-05 assistance_count=AS-01 assistance_finish_rate=AS-02"
                + " bad_count=EV-04 bad_rate=EV-04 case_outcome_share=UC-03 cases_accepted=UC-01"
                + " cases_done_rate=UC-04 cases_on_time_rate=UC-05 coordinated_rate=UC-03"
                + " direct_answer_rate=HT-02 evaluations=EV-01 level_share=EV-09"
                + " message_on_time_reply_rate=OM-01 message_reply_rate=OM-02 messages="
                + " on_time_closing_rate=HT-05 open_tickets=HT-15 open_tickets_in_time=HT-15"
                + " open_tickets_overdue=HT-15 participation_rate=EV-06 praise_rate=EV-02"
                + " praise_rate_all=EV-03 rectification_days_p50=RC-08"
                + " rectification_days_p90=RC-08 rectification_on_time_rate=RC-02"
                + " rectification_rate=RC-01 resolution_rate=HT-08 response_rate=HT-04"
                + " satisfaction_rate=HT-09 service_cases=SV-01 service_closed_on_time_rate=SV-03"
                + " service_on_time_rate=SV-02 tickets=HT-01");
  }

  @Test
  void everyFileIsInTheIndex() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalogue"))) {
      assertThat(files.map(file -> "builtin:catalogue/" + file.getFileName()))
          .filteredOn(name -> name.endsWith(".yaml"))
          .containsExactlyInAnyOrderElementsOf(
              CatalogueLoader.builtIn().stream().map(Named::name).toList());
    }
  }

  @Test
  void whatCountsOnADeadlineIsDue() {
    for (Metric metric : catalogue.metrics()) {
      Measure below = metric.denominator() == null ? null : catalogue.measure(metric.denominator());
      boolean onDeadline =
          below != null && (below.on().contains("due_at") || below.on().equals("window_closes"));
      assertThat(metric.due()).as(metric.id()).isEqualTo(onDeadline);
    }
  }

  @Test
  void tablesHaveTheKeysOfTheDictionary() {
    TreeMap<String, String> keys = new TreeMap<>();
    for (TableSchema table : catalogue.tables().values()) {
      keys.put(table.name(), table.key() + " on " + table.eventDate());
    }

    assertThat(String.join("\n", keys.entrySet().stream().map(Object::toString).toList()))
        .isEqualTo(
            """
            assistance=[assist_id] on start_ts
            evaluation=[source_record_id] on assess_ts
            hotline_ticket=[ticket_no] on receive_ts
            online_message=[message_no] on post_ts
            rectification=[rect_id] on opened_ts
            service_case=[project_no] on accept_ts
            ticket_leg=[ticket_no, leg_seq] on dispatched_ts
            unresolved_case=[case_no] on receive_ts""");
  }

  @Test
  void theHeadlineIsOfValidActiveFirstRatings() {
    assertThat(catalogue.existingMeasure("good_ratings").where())
        .isEqualTo("is_valid and not is_default and assess_number = 1 and satisfaction >= 3");
    Metric praise = catalogue.metric("praise_rate", LocalDate.of(2026, 10, 31));
    assertThat(praise).isNotNull().returns(30L, Metric::leastN).returns(5L, Metric::leastExpected);
  }

  @Test
  void dailyHoldsMeasuresOfTablesNotOfDerivedTables() {
    assertThat(catalogue.inDaily(catalogue.existingMeasure("ratings"))).isTrue();
    assertThat(catalogue.inDaily(catalogue.existingMeasure("bad_ratings_due"))).isFalse();
    assertThat(catalogue.tablesRead("bad_rating")).containsExactly("evaluation", "rectification");
  }

  @Test
  void splitsAndTheirValuesHaveNamesForReaders() {
    assertThat(catalogue.valueTitle("evaluation", "satisfaction", "5")).isEqualTo("非常满意");
    assertThat(catalogue.valueTitle("evaluation", "standing", "DEFAULT")).isEqualTo("系统默认");
    assertThat(catalogue.valueTitle("bad_rating", "progress", "NO_ROW")).isEqualTo("未建单");
    assertThat(catalogue.valueTitle("bad_rating", "channel", "QR")).isEqualTo("二维码");
    assertThat(catalogue.valueTitle("ticket_leg", "age", "16+")).isEqualTo("15个工作日以上");
    assertThat(catalogue.splitTitle("case_rated", "mode")).isEqualTo("见面或不见面");
    assertThat(catalogue.valueTitle("evaluation", "channel", "NEW")).isEqualTo("NEW");
  }

  @Test
  void ageBandsMeetWithoutAGap() {
    assertThat(Stream.of(-1, 0, 5, 6, 15, 16, 400).map(AgeBand::of).map(AgeBand::value))
        .containsExactly("0-5", "0-5", "0-5", "6-15", "6-15", "16+", "16+");
  }
}
