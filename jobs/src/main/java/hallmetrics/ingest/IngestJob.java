package hallmetrics.ingest;

import hallmetrics.ledger.LedgerSchema;
import hallmetrics.ledger.Night;
import hallmetrics.ledger.SessionTasks;
import hallmetrics.record.RefusedException;
import hallmetrics.run.Beside;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.SourceSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Reads a night's deliveries onto the audit branch. Two passes: the first reads every record and
 * keeps keys and versions only, from which fates and gates follow; the second writes the records
 * that are stored. Nothing is decided here: the caller does, or lets go.
 */
public final class IngestJob {
  private static final long KEYS_A_PARTITION = 400_000;
  private static final long BYTES_A_RECORD = 100;

  private final SparkSession session;
  private final JavaSparkContext spark;
  private final IngestSettings settings;
  private final List<String> tables;

  /** A job on a session; the settings are those of the site in force. */
  public IngestJob(SparkSession session, IngestSettings settings) {
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.settings = settings;
    this.tables = settings.tables().keySet().stream().sorted().toList();
  }

  /**
   * Reads the deliveries, in the order given (the order of decision), onto the night's branches.
   *
   * @param unread files by name; each is first copied to the kept deliveries and read from there
   * @return the outcome; when {@link IngestOutcome#refusedBy} is set nothing was appended
   */
  public IngestOutcome run(Night night, List<Unread> unread) {
    Map<Unread, Refusal> refused = new LinkedHashMap<>();
    List<Unread> files = unread.stream().map(file -> Keeping.keep(file, settings.kept())).toList();
    List<Intake> intakes = open(night, files, refused);
    List<Part> parts = parts(intakes);
    if (parts.isEmpty()) {
      return new IngestOutcome(List.of(), refused, List.of(), List.of(), null, Map.of());
    }
    int partitions = partitions(files);
    JavaRDD<PartRead> reads =
        spark
            .parallelize(parts, parts.size())
            .map(new ReadPass(intakes, partitions))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return decide(night, files, intakes, parts, partitions, reads, refused);
    } finally {
      reads.unpersist();
    }
  }

  private List<Intake> open(Night night, List<Unread> unread, Map<Unread, Refusal> refused) {
    Intakes opener = new Intakes(session, settings, tables);
    List<Intake> intakes = new ArrayList<>();
    for (Unread file : unread) {
      int index = intakes.size();
      try {
        intakes.add(opener.open(file, index, night.deliverySeq(index)));
      } catch (RefusedException fault) {
        refused.put(file, Refusal.of(fault));
      }
    }
    return intakes;
  }

  private static List<Part> parts(List<Intake> intakes) {
    return intakes.stream()
        .flatMap(intake -> intake.splits().stream().map(split -> new Part(intake.index(), split)))
        .sorted(
            Comparator.comparingLong((Part part) -> part.split().start() - part.split().end())
                .thenComparing(Part::delivery))
        .toList();
  }

  private int partitions(List<Unread> unread) {
    long bytes = unread.stream().mapToLong(file -> file.delivery().bytes()).sum();
    return (int) Math.max(spark.defaultParallelism(), bytes / BYTES_A_RECORD / KEYS_A_PARTITION);
  }

  private IngestOutcome decide(
      Night night,
      List<Unread> unread,
      List<Intake> intakes,
      List<Part> parts,
      int partitions,
      JavaRDD<PartRead> reads,
      Map<Unread, Refusal> refused) {
    List<PartRead> summaries = reads.map(PartRead::summary).collect();
    Map<Integer, Unread> files = files(unread, intakes);
    for (PartRead part : summaries) {
      if (part.fault() != null) {
        refused.putIfAbsent(file(files, part.delivery()), part.fault());
      }
    }
    GateKeeper keeper = new GateKeeper(settings.gates(), settings.accepted());
    List<GateFinding> findings = new ArrayList<>();
    keeper
        .deliveries(intakes, summaries)
        .forEach(
            (delivery, finding) -> {
              findings.add(finding);
              if (!finding.accepted()) {
                refused.putIfAbsent(file(files, delivery), Refused.by(finding));
              }
            });
    Set<Integer> kept =
        files.entrySet().stream()
            .filter(entry -> !refused.containsKey(entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    List<GateFinding> ofNight = keeper.night(intakes, summaries, kept);
    findings.addAll(ofNight);
    GateFinding refusedBy =
        ofNight.stream().filter(finding -> !finding.accepted()).findFirst().orElse(null);
    Reading reading = new Reading(intakes, parts, kept, summaries);
    List<Unread> read = kept.stream().map(index -> file(files, index)).toList();
    if (refusedBy != null) {
      explain(night, reading, reads);
      return new IngestOutcome(
          read, refused, FateRows.of(reading, new Verdicts()), findings, refusedBy, Map.of());
    }
    Verdicts verdicts = verdicts(night, reading, reads, partitions);
    write(night, reading, verdicts, reads);
    return new IngestOutcome(
        read, refused, FateRows.of(reading, verdicts), findings, null, touched(verdicts));
  }

  private void explain(Night night, Reading reading, JavaRDD<PartRead> reads) {
    Set<Integer> kept = Set.copyOf(reading.kept());
    RefusalReport report = new RefusalReport(settings.refused().resolve(night.run()));
    report.quarantine(
        reading.intakes(), reads.filter(part -> kept.contains(part.delivery())).toLocalIterator());
  }

  private static Map<Integer, Unread> files(List<Unread> unread, List<Intake> intakes) {
    Map<String, Unread> byHash = new HashMap<>();
    unread.forEach(file -> byHash.put(file.delivery().sha256(), file));
    Map<Integer, Unread> files = new TreeMap<>();
    intakes.forEach(intake -> files.put(intake.index(), file(byHash, intake.delivery().sha256())));
    return files;
  }

  private static <K> Unread file(Map<K, Unread> files, K key) {
    return Objects.requireNonNull(files.get(key));
  }

  private Verdicts verdicts(Night night, Reading reading, JavaRDD<PartRead> reads, int partitions) {
    Set<Integer> kept = Set.copyOf(reading.kept());
    JavaPairRDD<Integer, KeyBlock> blocks =
        reads.filter(part -> kept.contains(part.delivery())).flatMapToPair(IngestJob::blocks);
    for (String table : tables) {
      Set<String> reach = reach(reading, table);
      if (!reach.isEmpty() && night.base().isPresent()) {
        blocks =
            blocks.union(
                LedgerEntries.of(
                    night.before(),
                    table,
                    tables.indexOf(table),
                    reach,
                    byRow(reading, table),
                    partitions));
      }
    }
    List<Verdicts> each =
        blocks.groupByKey(partitions).values().map(FateResolver::resolve).collect();
    Verdicts all = new Verdicts();
    each.forEach(all::add);
    return all;
  }

  private static java.util.Iterator<Tuple2<Integer, KeyBlock>> blocks(PartRead part) {
    List<Tuple2<Integer, KeyBlock>> blocks = new ArrayList<>();
    for (int i = 0; i < part.blocks().length; i++) {
      if (part.blocks()[i].size() > 0) {
        blocks.add(new Tuple2<>(i, part.blocks()[i]));
      }
    }
    return blocks.iterator();
  }

  /** Origins of a table in which an earlier version of the night's records may stand. */
  private static Set<String> reach(Reading reading, String table) {
    Set<String> origins = new TreeSet<>();
    for (PartRead part : reading.summaries()) {
      Intake intake = reading.intakes().get(part.delivery());
      if (reading.kept().contains(part.delivery()) && intake.tableName().equals(table)) {
        int months = (intake.source().movesWithinDays() + 30) / 31;
        for (int month : part.months()) {
          for (int near = month - months; near <= month + months; near++) {
            origins.add(Months.origin(near));
          }
        }
      }
    }
    return origins;
  }

  private static Set<String> byRow(Reading reading, String table) {
    return reading.intakes().stream()
        .map(Intake::source)
        .filter(source -> source.into().equals(table) && source.withoutId() != null)
        .map(SourceSpec::name)
        .collect(Collectors.toSet());
  }

  private void write(Night night, Reading reading, Verdicts verdicts, JavaRDD<PartRead> reads) {
    Broadcast<Verdicts> shared = spark.broadcast(verdicts);
    Map<Long, Intake> bySeq = new HashMap<>();
    reading.intakes().forEach(intake -> bySeq.put(intake.seq(), intake));
    List<Beside<String>> running = new ArrayList<>();
    for (String table : tables) {
      List<Part> parts =
          reading.parts().stream()
              .filter(part -> reading.kept().contains(part.delivery()))
              .filter(part -> reading.intakes().get(part.delivery()).tableName().equals(table))
              .toList();
      if (!parts.isEmpty()) {
        running.add(
            Beside.start(
                session,
                "write-" + table,
                () -> {
                  night.append(table, rows(table, parts, reading.intakes(), shared, bySeq));
                  return table;
                }));
      }
    }
    // all have ended before one's fault lets go of the night
    Beside.all(running);
    long rejected = reading.summaries().stream().mapToLong(PartRead::rejectedCount).sum();
    if (rejected > 0) {
      Set<Integer> kept = Set.copyOf(reading.kept());
      night.appendQuarantine(
          Quarantine.rows(
              session,
              night.run(),
              reading.intakes(),
              reads.filter(part -> kept.contains(part.delivery()))));
    }
  }

  private Dataset<Row> rows(
      String table,
      List<Part> parts,
      List<Intake> intakes,
      Broadcast<Verdicts> verdicts,
      Map<Long, Intake> bySeq) {
    TableSchema schema = Objects.requireNonNull(settings.tables().get(table));
    StructType shape = LedgerSchema.of(schema);
    Dataset<Row> written =
        SessionTasks.dataset(
            session,
            spark.parallelize(parts, parts.size()).flatMap(new WritePass(intakes, verdicts)),
            shape);
    List<Verdicts.Tombstone> buried = verdicts.value().tombstones();
    List<Row> graves = Tombstones.rows(schema, tables.indexOf(table), buried, bySeq);
    return graves.isEmpty() ? written : written.union(session.createDataFrame(graves, shape));
  }

  private Map<String, Set<String>> touched(Verdicts verdicts) {
    Map<String, Set<String>> touched = new TreeMap<>();
    for (Verdicts.Touched month : verdicts.touched()) {
      touched
          .computeIfAbsent(tables.get(month.table()), table -> new TreeSet<>())
          .add(Months.origin(month.month()));
    }
    return touched;
  }
}
