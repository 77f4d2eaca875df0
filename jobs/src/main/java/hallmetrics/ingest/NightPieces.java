package hallmetrics.ingest;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Function1;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * All pieces of a night on their shelves. The files are read when the first shelf is asked for, and
 * only then: what the shelves hold stays on the disks of the tasks, so that memory does not grow
 * with the night; where a worker is lost, its parts are read again.
 */
final class NightPieces {
  private static final ClassTag<Integer> SHELF = ClassTag$.MODULE$.apply(Integer.class);
  private static final ClassTag<Piece> PIECE = ClassTag$.MODULE$.apply(Piece.class);

  private final Shelves shelves;
  private final RDD<Tuple2<Integer, Piece>> shelved;

  NightPieces(JavaSparkContext spark, List<Part> parts, List<Intake> intakes, Shelves shelves) {
    this.shelves = shelves;
    PartPieces.Plan plan = new PartPieces.Plan(intakes, shelves);
    RDD<Tuple2<Integer, Piece>> pieces =
        spark.parallelize(parts, parts.size()).flatMapToPair(plan::read).rdd();
    // a stream of objects keeps what it wrote to refer to it: a hundred blocks on every shelf
    JavaSerializer forgetting =
        new JavaSerializer(spark.getConf().set("spark.serializer.objectStreamReset", "1"));
    this.shelved =
        new ShuffledRDD<Integer, Piece, Piece>(pieces, shelves, SHELF, PIECE, PIECE)
            .setSerializer(forgetting);
  }

  /** Where which pieces are. */
  Shelves shelves() {
    return shelves;
  }

  /** What each part says as a whole. */
  List<PartRead> summaries() {
    return on(List.of(Shelves.SUMMARIES)).map(piece -> ((Piece.Summary) piece).part()).collect();
  }

  /** The rejected records of some deliveries, in one partition. */
  JavaRDD<Piece.Rejects> rejects(Set<Integer> deliveries) {
    Set<Integer> kept = Set.copyOf(deliveries);
    return on(List.of(Shelves.REJECTS))
        .map(Piece.Rejects.class::cast)
        .filter(piece -> kept.contains(piece.delivery()));
  }

  /** The keys of some deliveries; partitions are the shelves of keys in their order. */
  JavaRDD<KeyBlock> keys(Set<Integer> deliveries) {
    Set<Integer> kept = Set.copyOf(deliveries);
    return on(shelves.keys())
        .map(Piece.Keys.class::cast)
        .filter(piece -> kept.contains(piece.delivery()))
        .map(Piece.Keys::block);
  }

  /**
   * Ledger rows of a table, those of a month in one partition.
   *
   * @param on shelves of rows, ascending
   */
  JavaRDD<InternalRow> rows(List<Integer> on, StoredRows.Plan plan) {
    return on(on).mapPartitionsWithIndex(new StoredRows(plan), false);
  }

  /** It travels with the tasks, as a lambda would not. */
  private record Wanted(Set<Integer> shelves) implements Function1<Object, Object>, Serializable {
    @Override
    public Object apply(Object shelf) {
      return shelves.contains((Integer) shelf);
    }
  }

  private JavaRDD<Piece> on(Collection<Integer> wanted) {
    RDD<Tuple2<Integer, Piece>> pruned =
        PartitionPruningRDD.create(shelved, new Wanted(Set.copyOf(wanted)));
    return JavaPairRDD.fromRDD(pruned, SHELF, PIECE).values();
  }
}
