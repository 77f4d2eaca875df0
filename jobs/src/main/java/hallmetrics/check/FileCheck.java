package hallmetrics.check;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Nearest;
import hallmetrics.ingest.GateTrial;
import hallmetrics.ingest.GivenFile;
import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.SourceSql;
import hallmetrics.record.ExpressionEvaluator;
import hallmetrics.record.FilePreview;
import hallmetrics.record.Inspection;
import hallmetrics.record.MapperSettings;
import hallmetrics.record.RecordMapper;
import hallmetrics.record.RefusedException;
import hallmetrics.record.SourceDraft;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.AsOf;
import hallmetrics.source.SourceSpec;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.time.Shanghai;
import hallmetrics.time.WorkCalendar;
import hallmetrics.value.HmacKey;
import hallmetrics.value.Mask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A file as the night would read it, without reading it into anything. */
public final class FileCheck {
  /** Pseudonyms are never shown by a preview, so any key does. */
  private static final String PREVIEW_KEY = "preview:no-pseudonym-is-shown";

  private final Workplace workplace;
  private final Path file;

  /**
   * A check of one file.
   *
   * @throws HallException {@code file-missing}, exit 2
   */
  public FileCheck(Workplace workplace, Path file) {
    GivenFile.require(file);
    this.workplace = workplace;
    this.file = file;
  }

  /** Its name as it may be printed. */
  public String name() {
    return Mask.fileName(String.valueOf(file.getFileName()));
  }

  /**
   * The source it belongs to; empty when none matches. In the inbox the one by which a night reads
   * it; where no night would, and elsewhere, the one of such names whose columns it has.
   *
   * @param name of the source, or null to go by locations
   * @throws HallException {@code source-unknown}, exit 2, for a name no source has, and where
   *     several would do elsewhere
   */
  public Optional<SourceSpec> source(@Nullable String name) {
    List<SourceSpec> all = workplace.sources();
    if (name != null) {
      List<String> names = all.stream().map(SourceSpec::name).toList();
      return Optional.of(
          all.stream()
              .filter(source -> source.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> unknown("没有这个来源：" + name + Nearest.hint(name, names), "现有来源：" + names)));
    }
    List<SourceSpec> claiming = inbox().claiming(file);
    if (!claiming.isEmpty()) {
      return Optional.of(claiming.get(0));
    }
    List<SourceSpec> fits = inbox().named(file);
    if (fits.size() == 1 && !inbox().holds(file)) {
      return Optional.of(fits.get(0));
    }
    // names as wide as *.csv say little: what stands in the file decides
    List<SourceSpec> open = fits.stream().filter(this::opens).toList();
    if (open.size() > 1) {
      List<String> names = open.stream().map(SourceSpec::name).toList();
      throw unknown("几个来源都认得这份文件", "用 --source 指明其一：" + names);
    }
    return open.isEmpty() && !inbox().holds(file)
        ? fits.stream().findFirst()
        : open.stream().findFirst();
  }

  /** Names of the sources that claim it where it lies, the one a night reads it by first. */
  public List<String> claiming() {
    return inbox().claiming(file).stream().map(SourceSpec::name).toList();
  }

  private Inbox inbox() {
    return new Inbox(workplace.inbox(), workplace.sources());
  }

  private boolean opens(SourceSpec source) {
    try {
      Inspection.of(source, file, Long.MAX_VALUE);
      return true;
    } catch (RefusedException unfit) {
      return false;
    }
  }

  private static HallException unknown(String sentence, String next) {
    return HallException.of("source-unknown", ExitStatus.USAGE, sentence).next(next).build();
  }

  /**
   * The file read by a source: mapped, its day told, its places looked up, the gates asked.
   *
   * @throws RefusedException as the night would refuse it
   */
  public FileReading read(SourceSpec source) {
    TableSchema schema = schema(source);
    WorkCalendar calendar = workplace.site().calendar();
    List<PlaceCheck> places =
        PlaceCheck.of(workplace.site().registers(), schema, calendar.first(), calendar.last());
    ExpressionEvaluator expressions = expressions(source, schema);
    GateTrial gates = new GateTrial(workplace.gates(), schema, this::session);
    FilePreview preview =
        FilePreview.of(
            settings(source, schema),
            file,
            expressions,
            workplace.site().catalogue().tables().values(),
            mapped -> {
              places.forEach(place -> place.add(mapped));
              gates.add(mapped);
            });
    Optional<Instant> asOf = AsOf.of(source, String.valueOf(file.getFileName()));
    return new FileReading(
        preview,
        asOf.map(Shanghai::date).orElse(null),
        inbox().holds(file),
        reader(source),
        places.stream().map(PlaceCheck::finding).toList(),
        gates.findings(name(), source.name()));
  }

  private @Nullable String reader(SourceSpec source) {
    if (inbox().holds(file)) {
      return claiming().stream().findFirst().orElse(null);
    }
    return inbox().named(file).contains(source) ? source.name() : null;
  }

  private MapperSettings settings(SourceSpec source, TableSchema schema) {
    WorkCalendar calendar = workplace.site().calendar();
    return new MapperSettings(
        source,
        schema,
        calendar.first(),
        calendar.last(),
        calendar.last(),
        workplace.site().registers()::regionId,
        HmacKey.fromVariable("preview", PREVIEW_KEY));
  }

  private String delivered() {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(workplace.inbox())
        ? workplace.inbox().relativize(absolute).toString().replace('\\', '/')
        : String.valueOf(file.getFileName());
  }

  /** The names of the sources that go into a table. */
  public List<String> sourcesInto(String table) {
    return workplace.sources().stream()
        .filter(source -> source.into().equals(table))
        .map(SourceSpec::name)
        .toList();
  }

  /** The table a source goes into. */
  public TableSchema schema(SourceSpec source) {
    return Objects.requireNonNull(workplace.site().catalogue().tables().get(source.into()));
  }

  private SparkSession session() {
    SparkSession session = Sessions.start(workplace.store(), Map.of());
    SqlFunctions.register(session, workplace.site().calendar(), workplace.site().policies());
    return session;
  }

  /** Only sql columns, and gates that look at records, need a session. */
  private ExpressionEvaluator expressions(SourceSpec source, TableSchema schema) {
    if (RecordMapper.sqlFields(source).isEmpty()) {
      return ExpressionEvaluator.NONE;
    }
    List<String> header = Inspection.of(source, file, Long.MAX_VALUE).header();
    return SourceSql.evaluator(session(), source, schema, header);
  }

  /**
   * A source proposed for the file; empty when no table of the catalogue resembles it.
   *
   * @throws RefusedException when it cannot be read at all
   */
  public Optional<SourceDraft> draft() {
    return SourceDraft.of(
        file, delivered(), workplace.site().catalogue().tables().values(), this::taken);
  }

  private boolean taken(String source) {
    return workplace.sources().stream().anyMatch(one -> one.name().equals(source))
        || Files.exists(workplace.site().conf().resolve("sources").resolve(source + ".yaml"));
  }
}
