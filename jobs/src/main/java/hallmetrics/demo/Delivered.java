package hallmetrics.demo;

import java.util.List;

/**
 * What was delivered and what must be found in it.
 *
 * @param files by day and path
 * @param tallies figures of 2026-10 after the last night, in order of metric and region
 */
public record Delivered(List<DeliveredFile> files, Truths truths, List<Tally> tallies) {
  /** Makes the lists immutable. */
  public Delivered {
    files = List.copyOf(files);
    tallies = List.copyOf(tallies);
  }
}
