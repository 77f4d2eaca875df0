package hallmetrics.testing;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.daily.DailyJob;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.ledger.Night;
import hallmetrics.ledger.RunFacts;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.schema.TableSchema;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.time.DeadlinePolicies;
import hallmetrics.time.Shanghai;
import hallmetrics.time.WorkCalendar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A store filled night by night with given rows; each night recounts the months it touched. */
public final class TestLedger implements AutoCloseable {
  /** The calendar that comes with the product. */
  public static final WorkCalendar CALENDAR = WorkCalendar.builtIn();

  private final SparkSession session;
  private final Catalogue catalogue;
  private final Registers registers;
  private final RunLock lock;
  private final Store store;

  /** An empty store in a folder. */
  public TestLedger(Path folder, Catalogue catalogue, Registers registers) {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    this.session = TestSession.on(location);
    SqlFunctions.register(session, CALENDAR, DeadlinePolicies.builtIn(CALENDAR));
    this.catalogue = catalogue;
    this.registers = registers;
    this.lock = RunLock.acquire(location, "test", Duration.ZERO);
    this.store = Store.openOrCreate(lock, session, catalogue.tables().values());
  }

  /** The session whose catalog is this store; it has the product's functions. */
  public SparkSession session() {
    return session;
  }

  /** What was decided last. */
  public View view() {
    return store.view();
  }

  /** Brings rows, as {@link TestRows#version} reads them, and decides. */
  public View night(LocalDate asOf, Map<String, List<Map<String, String>>> brought) {
    try (Night night = store.begin(lock)) {
      Map<String, Set<String>> months = new TreeMap<>();
      long seq = night.deliverySeq(0);
      for (Map.Entry<String, List<Map<String, String>>> entry : brought.entrySet()) {
        TableSchema schema = Objects.requireNonNull(catalogue.tables().get(entry.getKey()));
        Set<String> touched = new TreeSet<>();
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> values : entry.getValue()) {
          rows.add(TestRows.version(schema, values, asOf, seq, rows.size() + 1L));
          touched.add(TestRows.eventDate(schema, values).toString().substring(0, 7));
        }
        night.append(
            schema.name(), session.createDataFrame(rows, LedgerSchema.of(schema)).coalesce(1));
        months.put(schema.name(), touched);
      }
      night.appendDeliveries(
          List.of(
              new DeliveryRecord(
                  "delivery-" + seq,
                  "test",
                  "test.csv",
                  Shanghai.startOfDay(asOf),
                  1,
                  1,
                  DeliveryState.READ,
                  null,
                  night.run())));
      night.replaceDaily(
          months,
          new DailyJob(session, catalogue, registers).recount(night.audit(), months, Map.of()));
      night.decide(facts(asOf));
    }
    return store.view();
  }

  private static RunFacts facts(LocalDate asOf) {
    Instant now = Shanghai.startOfDay(asOf.plusDays(1));
    return new RunFacts(
        "nightly", asOf, asOf, List.of(), Map.of(), "tester", "hall test", now, now);
  }

  @Override
  public void close() {
    store.close();
    lock.close();
  }
}
