package hallmetrics.catalogue;

import java.io.Serializable;

/** A metric compared inside rank groups of a scope (REGION, ORG or HALL). */
public record Ranking(String metric, String scope, String file, int line) implements Serializable {}
