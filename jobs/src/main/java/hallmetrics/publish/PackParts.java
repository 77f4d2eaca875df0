package hallmetrics.publish;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RestatementRow;
import hallmetrics.gate.Gate;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.metrics.NotReceived;
import hallmetrics.pack.PackInput;
import hallmetrics.page.Definitions;
import hallmetrics.page.Gaps;
import hallmetrics.page.Issue;
import hallmetrics.page.Rows;
import hallmetrics.run.Software;
import hallmetrics.run.Workplace;
import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.settings.Site;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what the pack's pages are made from. */
final class PackParts {
  private final Site site;
  private final List<SourceSpec> sources;
  private final List<Gate> gates;
  private final Evidence evidence;
  private final Period period;
  private final LocalDate asOf;
  private final List<ClaimRow> claims;

  /**
   * Parts for one pack.
   *
   * @param tested claims that survived their tests; what did not come and what was refused joins
   *     them
   */
  PackParts(
      Workplace workplace,
      Evidence evidence,
      Period period,
      LocalDate asOf,
      NotReceived notReceived,
      List<ClaimRow> tested) {
    this.site = workplace.site();
    this.sources = workplace.sources();
    this.gates = workplace.gates();
    this.evidence = evidence;
    this.period = period;
    this.asOf = asOf;
    this.claims = new ArrayList<>(tested);
    notReceived.during(period).forEach(gap -> claims.add(missing(gap)));
    evidence.refused(period, asOf).forEach(delivery -> claims.add(refused(delivery)));
  }

  /** Everything the pack says of somebody. */
  List<ClaimRow> claims() {
    return claims;
  }

  PackInput input(
      Figures figures,
      List<MetricRow> history,
      List<RestatementRow> restated,
      int edition,
      @Nullable String reason,
      String hash) {
    Issue issue =
        new Issue(site.options().name(), period, edition, reason, asOf, Software.NAME, hash);
    Rows rows =
        new Rows(
            figures.metrics(),
            history,
            figures.rankings(),
            evidence.fates(period, asOf),
            restated,
            claims);
    return new PackInput(
        issue,
        rows,
        new Gaps(missing(), refused(), List.of()),
        new Definitions(
            site.catalogue().metrics(),
            site.catalogue().pages(),
            site.options().headlineSeries(),
            titles(),
            sourceTitles(),
            site.options().unassignedAbove()));
  }

  private ClaimRow missing(NotReceived.Gap gap) {
    String name =
        gap.scope().equals("ALL")
            ? title(gap.source())
            : site.registers().name(gap.scope(), gap.scopeId(), period.last());
    return ClaimRow.notReceived(
        period.toString(),
        gap.scope(),
        gap.scopeId(),
        name,
        gap.source(),
        gap.missing().first().toString());
  }

  private ClaimRow refused(DeliveryRecord delivery) {
    return ClaimRow.refused(
        period.toString(), delivery.source(), delivery.name(), String.valueOf(delivery.fault()));
  }

  private List<Gaps.NotReceived> missing() {
    List<Gaps.NotReceived> missing = new ArrayList<>();
    for (ClaimRow claim : claims) {
      if (claim.kind().equals("NOT_RECEIVED")) {
        missing.add(
            new Gaps.NotReceived(
                said(claim.scopeName()),
                title(said(claim.source())),
                LocalDate.parse(said(claim.since()))));
      }
    }
    return missing;
  }

  private List<Gaps.Refused> refused() {
    List<Gaps.Refused> refused = new ArrayList<>();
    for (ClaimRow claim : claims) {
      if (claim.kind().equals("REFUSED")) {
        refused.add(
            new Gaps.Refused(
                said(claim.file()), title(said(claim.source())), reason(said(claim.reason()))));
      }
    }
    return refused;
  }

  private static String said(@Nullable String part) {
    return Objects.requireNonNull(part);
  }

  private String title(String source) {
    return sources.stream()
        .filter(one -> one.name().equals(source))
        .map(SourceSpec::title)
        .findFirst()
        .orElse(source);
  }

  /** A gate by its title; other codes are put in words on the page. */
  private String reason(String code) {
    return gates.stream()
        .filter(gate -> gate.name().equals(code))
        .map(Gate::title)
        .findFirst()
        .orElse(code);
  }

  private SortedMap<String, String> sourceTitles() {
    SortedMap<String, String> titles = new TreeMap<>();
    sources.forEach(source -> titles.put(source.name(), source.title()));
    return titles;
  }

  private SortedMap<String, String> titles() {
    SortedMap<String, String> titles = new TreeMap<>();
    for (TableSchema table : site.catalogue().tables().values()) {
      titles.put(table.name(), table.title());
      for (Field field : table.fields()) {
        titles.put(table.name() + "." + field.name(), field.title());
      }
    }
    return titles;
  }
}
