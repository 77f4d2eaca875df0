package hallmetrics.query;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.sql.PlaceFunctions;
import hallmetrics.sql.SqlFunctions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.trees.Origin;

/**
 * Answers one query over the newest decided run and the published editions. It takes no lock and a
 * night that runs meanwhile changes nothing of the answer.
 */
public final class QueryJob {
  private final Workplace workplace;

  /** Queries of a site's store. */
  public QueryJob(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Answers a query; the answer can be used while it is handed out and not afterwards.
   *
   * @throws HallException {@code store-absent}, {@code nothing-decided}, {@code sql-…}, exit 2;
   *     {@code store-damaged}, {@code edition-damaged}, exit 3
   */
  public void run(String sql, Consumer<Answer> use) {
    visit(
        (session, shelf, run) -> {
          SqlText text = new SqlText(sql);
          Map<String, Origin> relations = Statement.of(session, text, shelf.names()).relations();
          relations.forEach(
              (name, origin) -> {
                if (!shelf.names().contains(name)) {
                  throw QueryFaults.table(text, name, origin, shelf.names());
                }
              });
          try {
            Set<String> columns = new TreeSet<>();
            relations.keySet().forEach(name -> columns.addAll(shelf.register(name)));
            guarded(
                session,
                text,
                columns,
                () -> {
                  use.accept(new Answer(session, session.sql(sql), run.asOf()));
                  return run;
                });
          } finally {
            relations.keySet().forEach(session.catalog()::dropTempView);
          }
        });
  }

  /** Every view by its name with its columns and their types, in a fixed order. */
  public Map<String, List<String>> views() {
    Map<String, List<String>> views = new LinkedHashMap<>();
    visit(
        (session, shelf, run) ->
            shelf.names().forEach(name -> views.put(name, shelf.columns(name))));
    return views;
  }

  private interface Visit {
    void to(SparkSession session, Shelf shelf, RunRecord run);
  }

  private void visit(Visit visit) {
    SparkSession session = Sessions.start(workplace.store(), Map.of());
    SqlFunctions.register(session, workplace.site().calendar(), workplace.site().policies());
    PlaceFunctions.register(session, workplace.site().registers());
    Printed.register(session);
    try (Store store =
        Store.open(session, workplace.store(), workplace.site().catalogue().tables().values())) {
      RunRecord run = store.reader().newestDecided().orElseThrow(QueryJob::nothing);
      visit.to(session, new Shelf(session, workplace, store, run), run);
    }
  }

  /** A fault of the store is one of the store, everything else the engine says one of the query. */
  private <T> T guarded(SparkSession session, SqlText text, Set<String> columns, Supplier<T> work) {
    return StoreFaults.guard(
        workplace.store(),
        () -> {
          try {
            return work.get();
          } catch (HallException known) {
            throw known;
          } catch (Exception wrong) {
            HallException known = StoreFaults.explain(workplace.store(), wrong);
            if (known == null) {
              known = QueryFaults.of(session, text, columns, wrong);
            }
            if (known != null) {
              throw known;
            }
            throw wrong instanceof RuntimeException fault
                ? fault
                : new IllegalStateException(wrong);
          }
        });
  }

  private static HallException nothing() {
    return HallException.of("nothing-decided", ExitStatus.USAGE, "还没有任何一晚入库，无数可查")
        .english("no night was decided yet")
        .next("先运行 hall nightly --date 日期，或 hall ingest。")
        .build();
  }
}
