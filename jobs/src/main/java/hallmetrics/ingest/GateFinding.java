package hallmetrics.ingest;

import hallmetrics.gate.Gate;

/**
 * A gate that spoke.
 *
 * @param subject the delivery's file name, or the source, it spoke about
 * @param accepted whether a person let it pass
 */
public record GateFinding(Gate gate, String subject, long among, long counted, boolean accepted) {}
