package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.Bookkeeping;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file as its source would read it, for a clerk to confirm: nothing is stored, and no value holds
 * a direct identifier.
 *
 * @param header column names in order
 * @param encoding how the encoding was found, Chinese
 * @param repeated accepted records whose identity stood in the file before
 * @param columns one entry a header in order, then one a column made without a header
 * @param reasons why records would be rejected, each with its records; a record may have several
 */
public record FilePreview(
    String source,
    List<String> header,
    String encoding,
    long records,
    long accepted,
    long repeated,
    List<Column> columns,
    SortedMap<String, Long> reasons) {

  /**
   * One column.
   *
   * @param header its name in the file; empty for one made by an expression or a constant
   * @param field canonical columns read from it, comma between; empty when it is ignored or unknown
   * @param meaning what it is, Chinese: titles of its fields, or 忽略, 未映射, the expression
   * @param values at most ten, the most frequent first
   * @param more whether there are others
   * @param empty records without a value
   * @param rejected why records would be rejected because of it, with their records
   * @param examples of each such reason its first record: line, masked value
   */
  public record Column(
      String header,
      String field,
      String meaning,
      List<Value> values,
      boolean more,
      long empty,
      SortedMap<String, Long> rejected,
      List<String> examples) {}

  /**
   * A distinct value.
   *
   * @param masked the original without direct identifiers
   * @param becomes what the ledger would say; empty where that cannot be shown or is the same
   * @param distinct how many originals look the same when masked
   */
  public record Value(String masked, String becomes, long records, int distinct) {

    /** A value one original looks like. */
    public Value(String masked, String becomes, long records) {
      this(masked, becomes, records, 1);
    }
  }

  /**
   * Reads and maps a whole file.
   *
   * @param sql evaluates the source's sql columns
   * @throws RefusedException as the night would refuse it
   */
  public static FilePreview of(MapperSettings settings, Path file, ExpressionEvaluator sql) {
    return of(settings, file, sql, List.of(settings.schema()), mapped -> {});
  }

  /**
   * As {@link #of(MapperSettings, Path, ExpressionEvaluator)}, and shows every record to a watcher
   * as it was mapped.
   *
   * @param tables those whose words may stand in full in a column nobody mapped
   */
  public static FilePreview of(
      MapperSettings settings,
      Path file,
      ExpressionEvaluator sql,
      Collection<TableSchema> tables,
      Consumer<Mapped> watcher) {
    Inspection found = Inspection.of(settings.source(), file, Long.MAX_VALUE);
    List<ColumnTally> tallies = tallies(settings, found.header(), new ListWords(tables));
    RecordMapper mapper = new RecordMapper(settings, found.header(), sql);
    SortedMap<String, Long> reasons = new TreeMap<>();
    Repeats repeats = new Repeats();
    long records = 0;
    long accepted = 0;
    for (DeliverySplit split : found.splits()) {
      try (Records read = Records.open(settings.source(), found.header(), split)) {
        for (RawRecord record : read) {
          records++;
          Mapped mapped = mapper.map(record);
          if (mapped instanceof Mapped.Rejected rejected) {
            rejected.reasons().forEach(reason -> reasons.merge(reason.text(), 1L, Long::sum));
          } else {
            accepted++;
            repeats.add(((Mapped.Accepted) mapped).recordKey());
          }
          watcher.accept(mapped);
          tallies.forEach(tally -> tally.add(record, mapped));
        }
      }
    }
    return new FilePreview(
        settings.source().name(),
        found.header(),
        found.encoding(),
        records,
        accepted,
        repeats.count(),
        tallies.stream().map(ColumnTally::column).toList(),
        Collections.unmodifiableSortedMap(reasons));
  }

  private static List<ColumnTally> tallies(
      MapperSettings settings, List<String> header, ListWords known) {
    SourceSpec source = settings.source();
    List<ColumnTally> tallies = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      List<FieldMapping> fields = new ArrayList<>();
      for (FieldMapping mapping : source.fields().values()) {
        if (HeaderCheck.position(mapping.from(), header) == i) {
          fields.add(mapping);
        }
      }
      boolean ignored = source.ignore().contains(header.get(i));
      tallies.add(new ColumnTally(settings.schema(), header.get(i), i, fields, ignored, known));
    }
    for (FieldMapping mapping : source.fields().values()) {
      if (mapping.from().isEmpty()) {
        tallies.add(new ColumnTally(settings.schema(), "", -1, List.of(mapping), false, known));
      }
    }
    return tallies;
  }

  /** The schema's or bookkeeping field of a mapping, or null. */
  static @Nullable Field field(TableSchema schema, String name) {
    Field own = schema.field(name);
    return own != null ? own : Bookkeeping.field(name);
  }
}
