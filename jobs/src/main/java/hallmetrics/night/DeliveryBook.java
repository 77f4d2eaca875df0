package hallmetrics.night;

import hallmetrics.edition.FateRow;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.ingest.Unread;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.ledger.FateRecord;
import hallmetrics.ledger.Night;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enters what became of a night's deliveries and of their records. */
final class DeliveryBook {
  private DeliveryBook() {}

  static void enter(Night night, IngestOutcome outcome) {
    List<DeliveryRecord> deliveries = new ArrayList<>();
    Map<String, Long> records = new HashMap<>();
    outcome.fates().forEach(row -> records.merge(row.delivery(), row.records(), Long::sum));
    for (Unread file : outcome.read()) {
      deliveries.add(
          delivery(night, file, records.getOrDefault(file.delivery().sha256(), 0L), null));
    }
    outcome.refused().forEach((file, why) -> deliveries.add(delivery(night, file, 0, why.code())));
    night.appendDeliveries(deliveries);
    List<FateRecord> fates = new ArrayList<>();
    for (FateRow row : outcome.fates()) {
      fates.add(
          new FateRecord(
              night.run(),
              row.delivery(),
              row.source(),
              row.table(),
              row.fate(),
              row.reason(),
              row.records()));
    }
    night.appendFates(fates);
  }

  private static DeliveryRecord delivery(
      Night night, Unread file, long records, @Nullable String fault) {
    boolean dated = !file.delivery().asOf().equals(Instant.EPOCH);
    return new DeliveryRecord(
        file.delivery().sha256(),
        file.source().name(),
        file.delivery().name(),
        dated ? file.delivery().asOf() : null,
        file.delivery().bytes(),
        records,
        fault == null ? DeliveryState.READ : DeliveryState.REFUSED,
        fault,
        night.run());
  }
}
