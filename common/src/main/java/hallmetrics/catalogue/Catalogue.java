package hallmetrics.catalogue;

import hallmetrics.schema.TableSchema;
import java.util.List;
import java.util.Map;

/**
 * All definitions of a site, in declared order.
 *
 * @param metrics every definition, older versions of an id too, in order of {@code validFrom}
 * @param fingerprint SHA-256 over all files in force; a change recounts what they touch
 */
public record Catalogue(
    Map<String, TableSchema> tables,
    Map<String, Derived> derived,
    Map<String, Measure> measures,
    List<Metric> metrics,
    List<Ranking> rankings,
    List<PageSpec> pages,
    String fingerprint) {}
