package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import hallmetrics.record.Inspection;
import hallmetrics.record.MapperSettings;
import hallmetrics.record.RefusedException;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.SourceSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Opens deliveries: header, pieces, compiled expressions; a fault refuses only its delivery. */
final class Intakes {
  private static final long PART_BYTES = 48L << 20;

  private final SparkSession session;
  private final IngestSettings settings;
  private final List<String> tables;
  private final Map<String, @Nullable RowExpressions> gateSql = new HashMap<>();

  /**
   * An opener.
   *
   * @param tables the night's tables; an intake's ordinal is the place in it
   */
  Intakes(SparkSession session, IngestSettings settings, List<String> tables) {
    this.session = session;
    this.settings = settings;
    this.tables = tables;
  }

  /** What a look through a kept copy found: what it is, or why it cannot be read at all. */
  record Looked(@Nullable Inspection inspection, @Nullable RefusedException fault) {}

  static Looked look(Unread unread) {
    Path kept = Path.of(unread.delivery().path());
    try {
      return new Looked(Inspection.of(unread.source(), kept, PART_BYTES), null);
    } catch (RefusedException fault) {
      return new Looked(null, fault);
    }
  }

  /**
   * Opens one delivery from what was found of it.
   *
   * @throws RefusedException if its columns do not fit its source
   */
  Intake open(Unread unread, Inspection opened, int index, long seq) {
    SourceSpec source = unread.source();
    TableSchema schema = Objects.requireNonNull(settings.tables().get(source.into()));
    List<Gate> asking = GateCounts.of(settings.gates(), source.into());
    MapperSettings mapping =
        new MapperSettings(
            source,
            schema,
            settings.firstDay(),
            settings.lastDay(),
            settings.lastDueDay(),
            settings.regions(),
            settings.key());
    return new Intake(
        index,
        seq,
        tables.indexOf(source.into()),
        unread.delivery(),
        mapping,
        opened.header(),
        opened.splits(),
        SourceSql.compile(session, source, schema, opened.header()),
        asking,
        gateSql.computeIfAbsent(
            source.into(), table -> GateCounts.questions(session, asking, schema)));
  }
}
