package hallmetrics.ingest;

import hallmetrics.edition.CsvTable;
import hallmetrics.edition.FateRow;
import hallmetrics.record.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Explains a refused night on disk: {@code refused/<run>/*.csv}, masked, for a clerk to open. */
public final class RefusalReport {
  /** More rejected records than this are counted in fates.csv but not listed. */
  private static final int MOST_LINES = 200_000;

  private final Path folder;

  /** A report of one run, in a folder of its own. */
  public RefusalReport(Path folder) {
    this.folder = folder;
  }

  record QuarantineLine(
      String delivery, String source, long line, String column, String reason, String masked) {}

  record GateLine(
      String gate,
      String title,
      String level,
      String subject,
      long among,
      long counted,
      boolean accepted,
      String next) {}

  record DeliveryLine(
      String sha256, String source, String name, String state, String fault, String sentence) {}

  /** Writes gates.csv, deliveries.csv and fates.csv. */
  public void write(IngestOutcome outcome) {
    List<GateLine> gates =
        outcome.findings().stream()
            .map(
                finding ->
                    new GateLine(
                        finding.gate().name(),
                        finding.gate().title(),
                        finding.gate().level().name(),
                        finding.subject(),
                        finding.among(),
                        finding.counted(),
                        finding.accepted(),
                        finding.gate().next()))
            .toList();
    CsvTable.write(folder.resolve("gates.csv"), GateLine.class, gates);
    List<DeliveryLine> deliveries = new ArrayList<>();
    outcome.read().forEach(file -> deliveries.add(line(file, "READ", "", "")));
    outcome
        .refused()
        .forEach(
            (file, why) ->
                deliveries.add(
                    line(
                        file,
                        "REFUSED",
                        why.code(),
                        (why.position() + " " + why.sentence()).strip())));
    CsvTable.write(folder.resolve("deliveries.csv"), DeliveryLine.class, deliveries);
    CsvTable.write(folder.resolve("fates.csv"), FateRow.class, outcome.fates());
  }

  /** Writes quarantine.csv of the records rejected in the deliveries that were read. */
  void quarantine(List<Intake> intakes, Iterator<Piece.Rejects> pieces) {
    List<QuarantineLine> lines = new ArrayList<>();
    while (pieces.hasNext() && lines.size() < MOST_LINES) {
      Piece.Rejects piece = pieces.next();
      Intake intake = intakes.get(piece.delivery());
      for (RejectedRecord record : piece.records()) {
        for (Reason reason : record.reasons()) {
          lines.add(
              new QuarantineLine(
                  intake.delivery().name(),
                  intake.source().name(),
                  record.line(),
                  reason.column(),
                  reason.text(),
                  reason.masked()));
        }
      }
    }
    CsvTable.write(folder.resolve("quarantine.csv"), QuarantineLine.class, lines);
  }

  private static DeliveryLine line(Unread file, String state, String fault, String sentence) {
    return new DeliveryLine(
        file.delivery().sha256(),
        file.source().name(),
        file.delivery().name(),
        state,
        fault,
        sentence);
  }
}
