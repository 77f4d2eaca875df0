package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.schema.FieldType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordMapperTest {
  private static final String HEAD = "编号,时间,满意度,区划\n";

  @TempDir Path folder;

  private List<Mapped> map(Fixture fixture, String rows) {
    return fixture.mapAll(Fixture.write(folder, HEAD + rows));
  }

  private Mapped.Accepted accepted(String row) {
    return (Mapped.Accepted) map(Fixture.ratings(), row).get(0);
  }

  private List<String> reasons(Fixture fixture, String row) {
    Mapped.Rejected rejected = (Mapped.Rejected) map(fixture, row).get(0);
    return rejected.reasons().stream().map(Reason::text).toList();
  }

  @Test
  void aRecordBecomesACanonicalRow() {
    Mapped.Accepted row = accepted("Ａ１,2026/1/5 8:05,非常满意,360702000000\n");
    assertThat(row.values()).containsExactly(Instant.parse("2026-01-05T00:05:00Z"), 5, "ZG");
    assertThat(row.sourceRecordId()).isEqualTo("A1");
    assertThat(row.eventDate()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(row.recordKey()).matches("[0-9a-f]{32}");
    assertThat(row.byRow()).isFalse();
  }

  @Test
  void theEventDateIsTheShanghaiDay() {
    assertThat(accepted("1,2026-01-04T17:00:00Z,5,\n").eventDate())
        .isEqualTo(LocalDate.of(2026, 1, 5));
  }

  @Test
  void anUnknownCodeIsRejectedWithItsValue() {
    Mapped.Rejected row = (Mapped.Rejected) map(Fixture.ratings(), "1,2026-01-05,不满意,\n").get(0);
    assertThat(row.reasons()).containsExactly(new Reason("satisfaction", "unknown-code", "不满意"));
  }

  @Test
  void allReasonsOfARecordAreTold() {
    assertThat(reasons(Fixture.ratings(), "1,2021-13-45,7,\n"))
        .containsExactly("bad-date:assess_ts", "unknown-code:satisfaction");
  }

  @Test
  void aMissingRequiredValueIsRejected() {
    assertThat(reasons(Fixture.ratings(), "1,2026-01-05,,\n"))
        .containsExactly("missing:satisfaction");
  }

  @Test
  void aDateOutsideTheCalendarIsRejected() {
    assertThat(reasons(Fixture.ratings(), "1,1900-01-01,5,\n"))
        .containsExactly("date-outside-calendar");
    assertThat(reasons(Fixture.ratings(), "1,9999-12-31,5,\n"))
        .containsExactly("date-outside-calendar");
  }

  @Test
  void aRaggedRecordIsRejectedAndTheFileGoesOn() {
    List<Mapped> rows =
        map(Fixture.ratings(), "1,2026-01-05,5\n2,2026-01-05,5,,\n3,2026-01-05,5,\n");
    assertThat(rows).hasSize(3);
    assertThat(((Mapped.Rejected) rows.get(0)).reasons().get(0).text())
        .isEqualTo("wrong-column-count");
    assertThat(rows.get(2)).isInstanceOf(Mapped.Accepted.class);
  }

  @Test
  void aNumberThatSaysNothingIsNoIdentity() {
    assertThat(reasons(Fixture.ratings(), "无,2026-01-05,5,\n"))
        .containsExactly("missing:source_record_id");
    assertThat(reasons(Fixture.ratings(), "0,2026-01-05,5,\n"))
        .containsExactly("missing:source_record_id");
  }

  @Test
  void theSecondIdentityServesWhereTheFirstIsEmpty() {
    Fixture fixture = Fixture.ratings();
    fixture.keyElse = List.of("region_id");
    List<Mapped> rows = map(fixture, ",2026-01-05,5,A\n,2026-01-06,1,A\n,2026-01-05,5,B\n");
    List<String> keys = rows.stream().map(row -> ((Mapped.Accepted) row).recordKey()).toList();
    assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
  }

  @Test
  void replacementAndNullCharactersAreRejected() {
    assertThat(reasons(Fixture.ratings(), "1,2026-01-05,5,a\uFFFD\n"))
        .containsExactly("bad-character:region_id");
    assertThat(reasons(Fixture.ratings(), "1,2026-01-05,5,a\0\n"))
        .containsExactly("bad-character:region_id");
  }

  @Test
  void anErrorCellOfASheetIsRejected() {
    assertThat(reasons(Fixture.ratings(), "1,2026-01-05,5,#N/A\n"))
        .containsExactly("error-cell:region_id");
  }

  @Test
  void aDeletionNeedsItsKeyAndEventDateOnly() {
    Fixture fixture = Fixture.ratings();
    fixture.coded("is_deleted", "区划", Map.of("D", "true", "U", "false"));
    fixture.from("region_id", "编号");
    Mapped.Accepted gone = (Mapped.Accepted) map(fixture, "1,2026-01-05,,D\n").get(0);
    assertThat(gone.isDeleted()).isTrue();
    assertThat(reasons(fixture, "1,,5,D\n")).containsExactly("no-event-date");
  }

  @Test
  void aDateOnlyDeadlineEndsWithItsDay() {
    Fixture fixture = Fixture.ratings().field("due_ts", FieldType.TIMESTAMP, false, Map.of());
    fixture.from("due_ts", "区划");
    Mapped.Accepted row = (Mapped.Accepted) map(fixture, "1,2026-01-05,5,2026-01-08\n").get(0);
    assertThat(row.values()[3]).isEqualTo(Instant.parse("2026-01-08T15:59:59.999999Z"));
    row = (Mapped.Accepted) map(fixture, "1,2026-01-05,5,2026-01-08 00:00:00\n").get(0);
    assertThat(row.values()[3]).isEqualTo(Instant.parse("2026-01-07T16:00:00Z"));
  }

  @Test
  void aDefaultFillsWhatIsEmptyOrNotMapped() {
    Fixture fixture =
        Fixture.ratings()
            .otherwise("assess_number", FieldType.INT, "1")
            .otherwise("target", FieldType.STRING, "CASE");
    fixture.from("target", "区划");
    Mapped.Accepted row = (Mapped.Accepted) map(fixture, "1,2026-01-05,5,\n").get(0);
    assertThat(row.values()).contains(1, "CASE");
  }

  @Test
  void theTablesOwnIdIsItsKey() {
    Fixture fixture = Fixture.ratings().field("evaluation_id", FieldType.STRING, true, Map.of());
    Mapped.Accepted row = (Mapped.Accepted) map(fixture, "1,2026-01-05,5,\n").get(0);
    assertThat(row.values()[3]).isEqualTo(row.recordKey());
  }
}
