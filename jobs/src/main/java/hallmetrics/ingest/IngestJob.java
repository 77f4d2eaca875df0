package hallmetrics.ingest;

import hallmetrics.ledger.LedgerSchema;
import hallmetrics.ledger.Night;
import hallmetrics.record.Inspection;
import hallmetrics.record.RefusedException;
import hallmetrics.run.Beside;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.SourceSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads a night's deliveries onto the audit branch. Every file is read once: its records are put on
 * shelves by month, what their fates and the gates depend on beside them; what the verdicts store
 * is written from there. Nothing is decided here: the caller does, or lets go.
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
    List<Unread> files =
        unread.parallelStream().map(file -> Keeping.keep(file, settings.kept())).toList();
    List<Intake> intakes = open(night, files, refused);
    List<Part> parts = parts(intakes);
    if (parts.isEmpty()) {
      return new IngestOutcome(List.of(), refused, List.of(), List.of(), null, Map.of());
    }
    NightPieces pieces = new NightPieces(spark, parts, intakes, shelves(intakes, files));
    return decide(night, files, intakes, pieces, refused);
  }

  private Shelves shelves(List<Intake> intakes, List<Unread> files) {
    SortedSet<Integer> present = new TreeSet<>();
    intakes.forEach(intake -> present.add(intake.table()));
    return new Shelves(present, partitions(files));
  }

  private List<Intake> open(Night night, List<Unread> unread, Map<Unread, Refusal> refused) {
    Intakes opener = new Intakes(session, settings, tables);
    List<Intake> intakes = new ArrayList<>();
    // looking through each file to its end is most of opening it
    List<Intakes.Looked> looked = unread.parallelStream().map(Intakes::look).toList();
    for (int i = 0; i < looked.size(); i++) {
      Unread file = unread.get(i);
      RefusedException fault = looked.get(i).fault();
      Inspection inspection = looked.get(i).inspection();
      if (inspection == null) {
        refused.put(file, Refusal.of(Objects.requireNonNull(fault)));
        continue;
      }
      int index = intakes.size();
      try {
        intakes.add(opener.open(file, inspection, index, night.deliverySeq(index)));
      } catch (RefusedException unfit) {
        refused.put(file, Refusal.of(unfit));
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
      NightPieces pieces,
      Map<Unread, Refusal> refused) {
    List<PartRead> summaries = pieces.summaries();
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
    Reading reading = new Reading(intakes, kept, summaries);
    List<Unread> read = kept.stream().map(index -> file(files, index)).toList();
    if (refusedBy != null) {
      explain(night, reading, pieces);
      return new IngestOutcome(
          read, refused, FateRows.ofRefused(reading), findings, refusedBy, Map.of());
    }
    Verdicts verdicts = verdicts(night, reading, pieces);
    write(night, reading, verdicts, pieces);
    return new IngestOutcome(
        read, refused, FateRows.of(reading, verdicts), findings, null, touched(verdicts));
  }

  private void explain(Night night, Reading reading, NightPieces pieces) {
    RefusalReport report = new RefusalReport(settings.refused().resolve(night.run()));
    report.quarantine(reading.intakes(), pieces.rejects(reading.kept()).toLocalIterator());
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

  private Verdicts verdicts(Night night, Reading reading, NightPieces pieces) {
    JavaPairRDD<Integer, KeyBlock> held = null;
    for (String table : tables) {
      Set<String> reach = reach(reading, table);
      if (!reach.isEmpty() && night.base().isPresent()) {
        JavaPairRDD<Integer, KeyBlock> its =
            LedgerEntries.of(
                night.before(),
                table,
                tables.indexOf(table),
                reach,
                byRow(reading, table),
                pieces.shelves());
        held = held == null ? its : held.union(its);
      }
    }
    JavaRDD<KeyBlock> keys = pieces.keys(reading.kept());
    Verdicts all = new Verdicts();
    beside(keys, held).collect().forEach(all::add);
    return all;
  }

  /** The verdicts of each shelf of keys, given those of its keys the ledger holds. */
  private static JavaRDD<Verdicts> beside(
      JavaRDD<KeyBlock> keys, @Nullable JavaPairRDD<Integer, KeyBlock> held) {
    if (held == null) {
      return keys.mapPartitions(night -> resolved(List.of(night)));
    }
    JavaRDD<KeyBlock> placed =
        held.partitionBy(new HashPartitioner(keys.getNumPartitions())).values();
    return keys.zipPartitions(placed, (night, ledger) -> resolved(List.of(night, ledger)));
  }

  private static Iterator<Verdicts> resolved(List<Iterator<KeyBlock>> blocks) {
    List<KeyBlock> all = new ArrayList<>();
    blocks.forEach(some -> some.forEachRemaining(all::add));
    return List.of(FateResolver.resolve(all)).iterator();
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

  private void write(Night night, Reading reading, Verdicts verdicts, NightPieces pieces) {
    LedgerWrite write = new LedgerWrite(reading, pieces, verdicts, spark.broadcast(verdicts));
    List<Beside<String>> running = new ArrayList<>();
    for (String table : touched(verdicts).keySet()) {
      TableSchema schema = Objects.requireNonNull(settings.tables().get(table));
      running.add(
          Beside.start(
              session,
              "write-" + table,
              () -> {
                night.append(table, write.rows(tables.indexOf(table), LedgerSchema.of(schema)));
                return table;
              }));
    }
    // all have ended before one's fault lets go of the night
    Beside.all(running);
    long rejected = reading.summaries().stream().mapToLong(PartRead::rejectedCount).sum();
    if (rejected > 0) {
      night.appendQuarantine(
          Quarantine.rows(session, night.run(), reading.intakes(), pieces.rejects(reading.kept())));
    }
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
