package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.catalogue.Ranking;
import hallmetrics.catalogue.Unit;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.fault.Problems;
import hallmetrics.region.RegisterLoader;
import hallmetrics.region.RegisterLoader.Text;
import hallmetrics.region.Registers;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ranks are exact, and only what is more than chance is named. */
class RankingJobTest {
  static final Period MONTH = Period.parse("2026-10");
  private static final int UNITS = 12;

  static Registers registers() {
    StringBuilder csv = new StringBuilder("region_id,name,kind,parent_id,rank_group\nC,市,CITY,,\n");
    for (int i = 0; i < UNITS; i++) {
      csv.append(id(i)).append(",区").append(id(i)).append(",COUNTY,C,县区\n");
    }
    csv.append("Z1,园区,ZONE,C,功能区\nZ2,新区,ZONE,C,功能区\n");
    Problems problems = new Problems();
    Registers registers =
        new RegisterLoader(problems).load(new Text("region.csv", csv.toString()), null, null, null);
    problems.throwIfAny();
    return registers;
  }

  private static String id(int unit) {
    return "D" + (char) ('a' + unit);
  }

  static Metric metric(String id, MetricKind kind, Metric.Better better) {
    return new Metric(
        id,
        "",
        id,
        kind,
        Unit.NONE,
        "k",
        "n",
        null,
        0,
        null,
        better,
        30,
        5,
        false,
        List.of(),
        "x",
        "",
        1,
        LocalDate.EPOCH,
        null,
        List.of(),
        "x.yaml",
        1);
  }

  static Catalogue catalogue(Metric... metrics) {
    Catalogue base = CatalogueLoader.load(Optional.empty());
    List<Ranking> rankings = new ArrayList<>();
    for (Metric one : metrics) {
      rankings.add(new Ranking(one.id(), "REGION", "x.yaml", 1));
    }
    return new Catalogue(
        base.tables(),
        base.derived(),
        base.measures(),
        List.of(metrics),
        rankings,
        List.of(),
        "f",
        List.of());
  }

  static MetricRow row(Metric metric, String id, double k, @Nullable Double n, String state) {
    Double value = n == null ? (Double) k : n == 0 ? null : (Double) (k / n);
    boolean sufficient = n == null || n >= metric.leastN();
    return new MetricRow(
        "2026-10",
        "MONTH",
        metric.id(),
        metric.kind().name(),
        "NONE",
        "REGION",
        id,
        "区" + id,
        "",
        "",
        k,
        n,
        value,
        null,
        null,
        sufficient,
        state,
        null,
        null,
        null,
        true,
        "NONE",
        null,
        "2026-10-31",
        1);
  }

  private static List<RankingRow> rank(Metric metric, MetricRow... rows) {
    return new RankingJob(catalogue(metric), registers(), MONTH)
        .rank(List.of(rows), List.of(), List.of())
        .rankings();
  }

  @Test
  void equalFractionsTieAndTheNextRankIsSkipped() {
    Metric praise = metric("praise", MetricKind.PROPORTION, Metric.Better.HIGHER);
    List<RankingRow> rows =
        rank(
            praise,
            row(praise, "Da", 1, 3.0, "OK"),
            row(praise, "Db", 50, 100.0, "OK"),
            row(praise, "Dc", 30, 60.0, "OK"),
            row(praise, "Dd", 99, 100.0, "OK"),
            row(praise, "De", 10, 100.0, "PARTIAL"),
            row(praise, "Df", 0, 0.0, "NO_BUSINESS"),
            row(praise, "Z1", 1, 100.0, "OK"),
            row(praise, "Z2", 1, 101.0, "OK"));

    assertThat(rows)
        .extracting(RankingRow::scopeId)
        .containsExactly("Z1", "Z2", "Dd", "Db", "Dc", "De", "Da", "Df");
    assertThat(rows).extracting(RankingRow::rank).containsExactly(1, 2, 1, 2, 2, 4, null, null);
    assertThat(rows)
        .extracting(RankingRow::unrankedReason)
        .containsExactly(null, null, null, null, null, null, "SMALL_SAMPLE", "NO_BUSINESS");
    RankingRow second = rows.get(3);
    assertThat(second.tied()).isTrue();
    assertThat(second.rankOf()).isEqualTo(4);
    assertThat(second.rankLow()).isLessThanOrEqualTo(second.rankHigh());
    assertThat(second.expectedRank()).isBetween(2.0, 3.0);
    assertThat(rows.get(6).expectedRank()).isNull();
  }

  @Test
  void aUnitAloneInItsGroupIsListedNotRanked() {
    Metric praise = metric("praise", MetricKind.PROPORTION, Metric.Better.HIGHER);
    Metric score = metric("score", MetricKind.SCORE, Metric.Better.HIGHER);
    List<RankingRow> shares =
        rank(praise, row(praise, "Da", 90, 100.0, "OK"), row(praise, "Db", 9, 10.0, "OK"));
    List<RankingRow> scores = rank(score, row(score, "Da", 98.5, null, "OK"));

    assertThat(shares).extracting(RankingRow::scopeId).containsExactly("Da", "Db");
    assertThat(shares)
        .extracting(RankingRow::unrankedReason)
        .containsExactly("ALONE", "SMALL_SAMPLE");
    assertThat(scores).extracting(RankingRow::unrankedReason).containsExactly("ALONE");
    assertThat(shares)
        .allMatch(row -> row.rank() == null && row.rankOf() == 0 && row.rankLow() == null);
    assertThat(shares).allMatch(row -> row.expectedRank() == null && row.named() == null);
  }

  @Test
  void scoresRankByTheirStatedDecimalsWithoutIntervals() {
    Metric score = metric("score", MetricKind.SCORE, Metric.Better.HIGHER);
    List<RankingRow> rows =
        rank(
            score,
            row(score, "Da", 98.5, null, "OK"),
            row(score, "Db", 98.50, null, "OK"),
            row(score, "Dc", 98.500001, null, "OK"));

    assertThat(rows).extracting(RankingRow::scopeId).containsExactly("Dc", "Da", "Db");
    assertThat(rows).extracting(RankingRow::rank).containsExactly(1, 2, 2);
    assertThat(rows).allMatch(row -> row.expectedRank() == null && row.named() == null);
  }

  @Test
  void ratesAboveOneTieByExactFractions() {
    Metric rate = metric("rate", MetricKind.RATE, Metric.Better.LOWER);
    List<RankingRow> rows =
        rank(
            rate,
            row(rate, "Da", 100, 30.0, "OK"),
            row(rate, "Db", 1000, 300.0, "OK"),
            row(rate, "Dc", 90, 31.0, "OK"));

    assertThat(rows).extracting(RankingRow::scopeId).containsExactly("Dc", "Db", "Da");
    assertThat(rows).extracting(RankingRow::rank).containsExactly(1, 2, 2);
  }

  @Test
  void anOddUnitIsNamedOnTheSideItIsOn() {
    Metric bad = metric("bad", MetricKind.PROPORTION, Metric.Better.LOWER);
    MetricRow[] rows = new MetricRow[UNITS];
    for (int i = 0; i < UNITS; i++) {
      rows[i] = row(bad, id(i), i == 3 ? 90 : 30, 3000.0, "OK");
    }

    List<RankingRow> named = rank(bad, rows).stream().filter(row -> row.named() != null).toList();

    assertThat(named).hasSize(1);
    assertThat(named.get(0).scopeId()).isEqualTo(id(3));
    assertThat(named.get(0).named()).isEqualTo("WORST");
  }

  @Test
  void nothingIsNamedOnFewerThanFiveExpectedEvents() {
    Metric bad = metric("bad", MetricKind.PROPORTION, Metric.Better.LOWER);
    MetricRow[] rows = new MetricRow[UNITS];
    for (int i = 0; i < UNITS; i++) {
      rows[i] = row(bad, id(i), i == 3 ? 12 : 0, 100.0, "OK");
    }

    assertThat(rank(bad, rows)).allMatch(row -> row.named() == null);
  }

  @Test
  void quietCitiesAreRarelyNamed() {
    Metric bad = metric("bad", MetricKind.PROPORTION, Metric.Better.LOWER);
    Metric late = metric("late", MetricKind.PROPORTION, Metric.Better.LOWER);
    Registers registers = registers();
    Catalogue catalogue = catalogue(bad, late);
    int claims = 0;
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      List<MetricRow> rows = new ArrayList<>();
      for (int i = 0; i < UNITS; i++) {
        rows.add(row(bad, id(i), binomial(random, 2000, 0.01), 2000.0, "OK"));
        rows.add(row(late, id(i), binomial(random, 400, 0.1), 400.0, "OK"));
      }
      Collections.shuffle(rows, random);
      boolean any =
          new RankingJob(catalogue, registers, MONTH)
              .rank(rows, List.of(), List.of()).rankings().stream()
                  .anyMatch(row -> row.named() != null);
      claims += any ? 1 : 0;
    }
    assertThat(claims).isLessThanOrEqualTo(4);
  }

  private static double binomial(Random random, int n, double p) {
    int k = 0;
    for (int i = 0; i < n; i++) {
      k += random.nextDouble() < p ? 1 : 0;
    }
    return k;
  }
}
