package hallmetrics.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Control rows as records of ours and back. */
final class Codec {
  private Codec() {}

  static Record encode(Schema schema, RunRecord run) {
    Record row = GenericRecord.create(schema);
    row.setField("seq", run.seq());
    row.setField("run", run.run());
    row.setField("verb", run.verb());
    row.setField("business_date", run.businessDate());
    row.setField("as_of", run.asOf());
    row.setField("state", run.state().name());
    row.setField("gate", run.gate());
    row.setField("accepted", run.accepted());
    row.setField("tables", run.tables());
    row.setField("fingerprint", run.fingerprint());
    row.setField("os_user", run.osUser());
    row.setField("software", run.software());
    row.setField("started", utc(run.started()));
    row.setField("ended", utc(run.ended()));
    return row;
  }

  static RunRecord run(Record row) {
    return new RunRecord(
        number(row, "seq"),
        text(row, "run"),
        text(row, "verb"),
        (LocalDate) row.getField("business_date"),
        (LocalDate) row.getField("as_of"),
        RunState.valueOf(text(row, "state")),
        maybe(row, "gate"),
        texts(row, "accepted"),
        longs(row, "tables"),
        textMap(row, "fingerprint"),
        text(row, "os_user"),
        text(row, "software"),
        Objects.requireNonNull(instant(row, "started")),
        Objects.requireNonNull(instant(row, "ended")));
  }

  static Record encode(Schema schema, DeliveryRecord delivery) {
    Record row = GenericRecord.create(schema);
    row.setField("sha256", delivery.sha256());
    row.setField("source", delivery.source());
    row.setField("name", delivery.name());
    Instant asOf = delivery.asOf();
    row.setField("as_of", asOf == null ? null : utc(asOf));
    row.setField("bytes", delivery.bytes());
    row.setField("records", delivery.records());
    row.setField("state", delivery.state().name());
    row.setField("fault", delivery.fault());
    row.setField("run", delivery.run());
    return row;
  }

  static DeliveryRecord delivery(Record row) {
    return new DeliveryRecord(
        text(row, "sha256"),
        text(row, "source"),
        text(row, "name"),
        instant(row, "as_of"),
        number(row, "bytes"),
        number(row, "records"),
        DeliveryState.valueOf(text(row, "state")),
        maybe(row, "fault"),
        text(row, "run"));
  }

  static Record encode(Schema schema, FateRecord fate) {
    Record row = GenericRecord.create(schema);
    row.setField("run", fate.run());
    row.setField("delivery", fate.delivery());
    row.setField("source", fate.source());
    row.setField("table", fate.table());
    row.setField("fate", fate.fate());
    row.setField("reason", fate.reason());
    row.setField("records", fate.records());
    return row;
  }

  static FateRecord fate(Record row) {
    return new FateRecord(
        text(row, "run"),
        text(row, "delivery"),
        text(row, "source"),
        text(row, "table"),
        text(row, "fate"),
        maybe(row, "reason"),
        number(row, "records"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(Record row, String column) {
    OffsetDateTime value = (OffsetDateTime) row.getField(column);
    return value == null ? null : value.toInstant();
  }

  private static long number(Record row, String column) {
    return (Long) Objects.requireNonNull(row.getField(column), column);
  }

  private static String text(Record row, String column) {
    return Objects.requireNonNull(row.getField(column), column).toString();
  }

  private static @Nullable String maybe(Record row, String column) {
    Object value = row.getField(column);
    return value == null ? null : value.toString();
  }

  private static List<String> texts(Record row, String column) {
    return ((List<?>) row.getField(column)).stream().map(Object::toString).toList();
  }

  private static Map<String, Long> longs(Record row, String column) {
    Map<String, Long> values = new TreeMap<>();
    ((Map<?, ?>) row.getField(column)).forEach((key, id) -> values.put(key.toString(), (Long) id));
    return values;
  }

  private static Map<String, String> textMap(Record row, String column) {
    Map<String, String> values = new TreeMap<>();
    ((Map<?, ?>) row.getField(column))
        .forEach((key, value) -> values.put(key.toString(), value.toString()));
    return values;
  }
}
