package hallmetrics.publish;

import hallmetrics.catalogue.Metric;
import hallmetrics.edition.Manifest;
import hallmetrics.ledger.View;
import hallmetrics.run.Beside;
import hallmetrics.run.Software;
import hallmetrics.settings.Site;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * What an edition says it was made of, before its files are there.
 *
 * @param ledger hash of what each ledger table holds, read beside the figures
 */
record ManifestDraft(Site site, Evidence evidence, Beside<Map<String, String>> ledger) {

  static ManifestDraft begin(SparkSession session, View view, Site site, Evidence evidence) {
    return new ManifestDraft(
        site,
        evidence,
        Beside.start(
            session, "ledger-hash", () -> LedgerHash.of(view, site.catalogue().tables().keySet())));
  }

  Manifest of(String period, int edition, String reason, LocalDate day, Figures figures) {
    Map<String, Integer> definitions = new TreeMap<>();
    for (Metric metric : site.catalogue().metricsInForce(day)) {
      definitions.put(metric.id(), metric.version());
    }
    String fingerprint =
        site.fingerprints().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return new Manifest(
        period,
        edition,
        reason,
        day.toString(),
        evidence.inputs(),
        ledger.get(),
        definitions,
        Software.NAME,
        fingerprint,
        figures.hash(),
        Map.of());
  }
}
