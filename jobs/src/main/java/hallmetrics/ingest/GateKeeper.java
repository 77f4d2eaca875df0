package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks every gate about a night's parts. Counts are sums, so cutting a file changes no answer. */
final class GateKeeper {
  private final List<Gate> gates;
  private final Set<String> accepted;

  /**
   * A keeper.
   *
   * @param accepted names of gates a person lets pass
   */
  GateKeeper(List<Gate> gates, Set<String> accepted) {
    this.gates = gates;
    this.accepted = accepted;
  }

  /** Findings about single deliveries, by index of the delivery. */
  Map<Integer, GateFinding> deliveries(List<Intake> intakes, List<PartRead> parts) {
    Map<Integer, GateFinding> findings = new TreeMap<>();
    for (Intake intake : intakes) {
      for (int g = 0; g < intake.gates().size(); g++) {
        Gate gate = intake.gates().get(g);
        if (gate.level() == Gate.Level.DELIVERY) {
          long[] sums = sums(intake.index(), g, parts);
          if (gate.refuses(sums[0], sums[1])) {
            findings.putIfAbsent(
                intake.index(), finding(gate, intake.delivery().name(), sums[0], sums[1]));
          }
        }
      }
    }
    return findings;
  }

  /** Findings about the night, source by source; {@code kept} are the deliveries that stay in. */
  List<GateFinding> night(List<Intake> intakes, List<PartRead> parts, Set<Integer> kept) {
    Map<String, long[]> bySource = new TreeMap<>();
    Map<Integer, String> sources = new HashMap<>();
    intakes.forEach(intake -> sources.put(intake.index(), intake.source().name()));
    for (PartRead part : parts) {
      if (kept.contains(part.delivery())) {
        long[] sums =
            bySource.computeIfAbsent(
                sources.getOrDefault(part.delivery(), ""), source -> new long[2]);
        sums[0] += part.records();
        sums[1] += part.rejectedCount();
      }
    }
    List<GateFinding> findings = new ArrayList<>();
    for (Gate gate : gates) {
      if (gate.level() == Gate.Level.NIGHT && gate.counts() == null) {
        bySource.forEach(
            (source, sums) -> {
              if (gate.refuses(sums[0], sums[1])) {
                findings.add(finding(gate, source, sums[0], sums[1]));
              }
            });
      }
    }
    return findings;
  }

  private GateFinding finding(Gate gate, String subject, long among, long counted) {
    return new GateFinding(gate, subject, among, counted, accepted.contains(gate.name()));
  }

  private static long[] sums(int delivery, int gate, List<PartRead> parts) {
    long[] sums = new long[2];
    for (PartRead part : parts) {
      if (part.delivery() == delivery && part.fault() == null) {
        sums[0] += part.gates()[gate][0];
        sums[1] += part.gates()[gate][1];
      }
    }
    return sums;
  }
}
