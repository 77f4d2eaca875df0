package hallmetrics.query;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.DueRow;
import hallmetrics.edition.Editions;
import hallmetrics.edition.FateRow;
import hallmetrics.edition.Manifest;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.edition.RankingRow;
import hallmetrics.edition.RestatementRow;
import hallmetrics.edition.ScoreRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of the published editions, each of one kind over all periods, with period and edition
 * in front. Every file is verified against its manifest before it is read.
 */
final class EditionTables {
  static final Map<String, Class<? extends Record>> TABLES = tables();

  private static final Map<Class<?>, DataType> TYPES =
      Map.of(
          String.class, DataTypes.StringType,
          Instant.class, DataTypes.TimestampType,
          Double.class, DataTypes.DoubleType,
          double.class, DataTypes.DoubleType,
          Integer.class, DataTypes.IntegerType,
          int.class, DataTypes.IntegerType,
          Long.class, DataTypes.LongType,
          long.class, DataTypes.LongType,
          boolean.class, DataTypes.BooleanType);

  private final SparkSession session;
  private final Editions editions;

  /** Tables below a store's folder. */
  EditionTables(SparkSession session, Path store) {
    this.session = session;
    this.editions = new Editions(store);
  }

  private static Map<String, Class<? extends Record>> tables() {
    Map<String, Class<? extends Record>> tables = new LinkedHashMap<>();
    tables.put("metrics", MetricRow.class);
    tables.put("rankings", RankingRow.class);
    tables.put("fates", FateRow.class);
    tables.put("restatements", RestatementRow.class);
    tables.put("score", ScoreRow.class);
    tables.put("due", DueRow.class);
    tables.put("claims", ClaimRow.class);
    return tables;
  }

  /** A table of the current edition of every period. */
  Dataset<Row> current(String table) {
    return rows(table, currentFolders()).select(front(table, List.of()));
  }

  /** A table of every edition; {@code is_current} says which ones the other view shows. */
  Dataset<Row> all(String table) {
    List<Path> folders = editions.periods().stream().flatMap(this::folders).toList();
    Object[] current =
        editions.periods().stream().map(period -> period + "/" + editions.newest(period)).toArray();
    Column edition = functions.concat_ws("/", functions.col("period"), functions.col("edition"));
    return rows(table, folders)
        .withColumn("is_current", edition.isin(current))
        .select(front(table, List.of("is_current")));
  }

  /** A row an edition, from its manifest. */
  Dataset<Row> list() {
    StructType columns =
        new StructType()
            .add("period", DataTypes.StringType)
            .add("edition", DataTypes.IntegerType)
            .add("is_current", DataTypes.BooleanType)
            .add("as_of", DataTypes.StringType)
            .add("reason", DataTypes.StringType)
            .add("software", DataTypes.StringType)
            .add("figures_hash", DataTypes.StringType);
    List<Row> rows = new ArrayList<>();
    for (String period : editions.periods()) {
      folders(period)
          .map(Editions::manifest)
          .forEach(one -> rows.add(row(one, one.edition() == editions.newest(period))));
    }
    return session.createDataFrame(rows, columns);
  }

  private static Row row(Manifest one, boolean current) {
    return RowFactory.create(
        one.period(),
        one.edition(),
        current,
        one.asOf(),
        one.reason(),
        one.software(),
        one.figuresHash());
  }

  private List<Path> currentFolders() {
    return editions.periods().stream()
        .flatMap(period -> editions.current(period).stream())
        .toList();
  }

  /** The editions of a period, oldest first; one beyond CURRENT was cut off before it was whole. */
  private Stream<Path> folders(String period) {
    return Stream.iterate(1, edition -> edition <= editions.newest(period), edition -> edition + 1)
        .map(edition -> editions.folder(period, edition))
        .filter(Files::isDirectory);
  }

  private Dataset<Row> rows(String table, List<Path> folders) {
    StructType schema = schema(table);
    String[] files =
        folders.stream()
            .flatMap(folder -> Editions.verified(folder, table + ".parquet").stream())
            .map(Path::toString)
            .toArray(String[]::new);
    Dataset<Row> rows =
        files.length == 0
            ? session.createDataFrame(List.of(), schema).withColumn("folder", functions.lit("//"))
            : session
                .read()
                .schema(schema)
                .parquet(files)
                .withColumn("folder", functions.col("_metadata.file_path"));
    return rows.withColumn("period", part(2)).withColumn("edition", part(1).cast("int"));
  }

  /** A folder's name from the end of the file's path: 1 the edition, 2 the period. */
  private static Column part(int fromEnd) {
    Column parts = functions.split(functions.col("folder"), "/");
    return functions.element_at(parts, -1 - fromEnd);
  }

  private static Column[] front(String table, List<String> more) {
    Set<String> seen = new TreeSet<>();
    List<Column> columns = new ArrayList<>();
    Stream.of(List.of("period", "edition"), more, List.of(schema(table).fieldNames()))
        .flatMap(List::stream)
        .filter(seen::add)
        .forEach(column -> columns.add(functions.col(column)));
    return columns.toArray(Column[]::new);
  }

  private static StructType schema(String table) {
    StructType schema = new StructType();
    for (Map.Entry<String, Class<?>> column :
        ParquetTable.columns(Objects.requireNonNull(TABLES.get(table))).entrySet()) {
      schema = schema.add(column.getKey(), TYPES.get(column.getValue()));
    }
    return schema;
  }
}
