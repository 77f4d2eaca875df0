package hallmetrics.ingest;

import hallmetrics.record.DeliveryReader;
import hallmetrics.record.DeliverySplit;
import hallmetrics.record.Mapped;
import hallmetrics.record.RawRecord;
import hallmetrics.record.RecordMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Opens a part in a task and maps its records; one instance a task. */
final class PartReader implements AutoCloseable {
  private final DeliveryReader records;
  private final RecordMapper mapper;

  private PartReader(DeliveryReader records, RecordMapper mapper) {
    this.records = records;
    this.mapper = mapper;
  }

  static PartReader open(Intake intake, DeliverySplit split) {
    return new PartReader(
        DeliveryReader.open(intake.source(), split, intake.header()),
        new RecordMapper(intake.settings(), intake.header(), SourceSql.evaluator(intake.sql())));
  }

  /** The next record, or null at the end of the part. */
  @Nullable RawRecord next() {
    return records.next();
  }

  Mapped map(RawRecord record) {
    return mapper.map(record);
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
