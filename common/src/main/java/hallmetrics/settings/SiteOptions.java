package hallmetrics.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What site.yaml says.
 *
 * @param name the city's name, printed on every page
 * @param city region id of the city: the root its regions add to
 * @param inbox where files arrive
 * @param store a local path, or an address such as {@code hdfs://…} or {@code s3a://…}
 * @param closeDay day of the month on and after which last month is published
 * @param deliveriesBy time of day (Asia/Shanghai) of the day after a business date until which its
 *     night waits for what is expected; null = it does not wait
 * @param unassignedAbove the part of a metric's total above which a pack says how much of it could
 *     not be assigned to regions
 * @param headlineSeries at most three metrics whose newest point may become a finding
 * @param key where the key of the pseudonyms is
 * @param dutyLookBackDays how far stocks and the due list look back
 * @param editionTagMonths how long an edition can be rebuilt from the ledger
 */
public record SiteOptions(
    String name,
    String city,
    Path inbox,
    String store,
    int closeDay,
    @Nullable LocalTime deliveriesBy,
    BigDecimal unassignedAbove,
    List<String> headlineSeries,
    KeyPlace key,
    int dutyLookBackDays,
    Retention retention,
    int editionTagMonths,
    CatalogPlace catalog,
    AirflowPlace airflow) {

  /**
   * Where the key of the pseudonyms is; at most one is given, and it is never in the conf itself.
   *
   * @param file a file that holds it
   * @param variable an environment variable that holds it
   */
  public record KeyPlace(@Nullable Path file, @Nullable String variable) {}

  /** How many months free text, person keys and deliveries are kept. */
  public record Retention(int textMonths, int personKeyMonths, int deliveryMonths) {}

  /**
   * The Iceberg catalog.
   *
   * @param type sqlite, postgresql or rest
   * @param uri null for sqlite, which stands in the store
   * @param passwordFile a file that holds the password
   */
  public record CatalogPlace(
      String type, @Nullable String uri, @Nullable String user, @Nullable Path passwordFile) {}

  /**
   * Airflow's address and login; environment variables go before each. The secrets stay in their
   * files.
   *
   * @param dag the DAG of the nights
   * @param startDate the first business date the DAG runs for
   */
  public record AirflowPlace(
      @Nullable String url,
      @Nullable String user,
      @Nullable Path passwordFile,
      @Nullable Path tokenFile,
      String dag,
      @Nullable LocalDate startDate) {
    /** The DAG that comes with the product. */
    public static final String DAG = "hall_nightly";
  }
}
