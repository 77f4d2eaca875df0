package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import hallmetrics.record.Mapped;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * The gates asked of one file alone, outside a night: what a night with only this file would say.
 */
public final class GateTrial {
  private final List<Gate> gates;
  private final List<Gate> asking;
  private final GateCounts content;
  private long records;
  private long rejected;

  /**
   * A trial of nothing yet.
   *
   * @param gates all gates of the site
   * @param session asked for only where a gate looks at the content of the table's records
   */
  public GateTrial(List<Gate> gates, TableSchema schema, Supplier<SparkSession> session) {
    this.gates = gates;
    this.asking = GateCounts.of(gates, schema.name());
    this.content =
        new GateCounts(
            asking.size(),
            asking.isEmpty() ? null : GateCounts.questions(session.get(), asking, schema));
  }

  /** Takes a record of the file. */
  public void add(Mapped mapped) {
    records++;
    if (mapped instanceof Mapped.Accepted accepted) {
      content.ask(accepted);
    } else {
      rejected++;
    }
  }

  /**
   * The gates that would refuse: those of deliveries first, then those of nights.
   *
   * @param file its name as it may be printed
   * @param source the name of its source, of which a night's gate speaks
   */
  public List<GateFinding> findings(String file, String source) {
    List<GateFinding> findings = new ArrayList<>();
    for (int i = 0; i < asking.size(); i++) {
      Gate gate = asking.get(i);
      long[] sums = content.counts()[i];
      if (gate.level() == Gate.Level.DELIVERY && gate.refuses(sums[0], sums[1])) {
        findings.add(new GateFinding(gate, file, sums[0], sums[1], false));
      }
    }
    if (!findings.isEmpty()) {
      // a delivery kept out is not among what a night's gates look at
      return findings;
    }
    for (Gate gate : gates) {
      boolean ofNight = gate.level() == Gate.Level.NIGHT && gate.counts() == null;
      if (ofNight && gate.refuses(records, rejected)) {
        findings.add(new GateFinding(gate, source, records, rejected, false));
      }
    }
    return findings;
  }
}
