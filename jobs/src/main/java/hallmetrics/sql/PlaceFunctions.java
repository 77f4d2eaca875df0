package hallmetrics.sql;

import hallmetrics.region.Region;
import hallmetrics.region.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Functions that say where a row belongs by the registers in force on a day; {@code (none)} where
 * it says nothing a register knows, a retired region's code leads to its successor.
 */
public final class PlaceFunctions {
  /** Id of what no register knows. */
  public static final String NONE = "(none)";

  private PlaceFunctions() {}

  /**
   * Makes the functions known to a session: {@code place_region(code, org_code, day)} the region of
   * a code or, where it is null, of the office; {@code place_org(code, day)}, {@code
   * place_hall(code, day)}, {@code place_window(code, day)}; {@code place_region_path(region, day)}
   * a region and all it is part of, itself first; {@code place_name(scope, id, day)} what a place
   * of a scope (REGION ORG HALL WINDOW) is called.
   */
  public static void register(SparkSession session, Registers registers) {
    Broadcast<Registers> known =
        JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(registers);
    session
        .udf()
        .register(
            "place_region",
            (UDF3<String, String, Object, String>)
                (code, org, day) -> region(known.value(), code, org, on(day)),
            DataTypes.StringType);
    register(session, "place_org", (code, day) -> known.value().resolveOrg(code, day));
    register(session, "place_hall", (code, day) -> known.value().resolveHall(code, day));
    register(session, "place_window", (code, day) -> known.value().resolveWindow(code, day));
    session
        .udf()
        .register(
            "place_region_path",
            (UDF2<String, Object, List<String>>)
                (region, day) -> path(known.value(), region, on(day)),
            DataTypes.createArrayType(DataTypes.StringType));
    session
        .udf()
        .register(
            "place_name",
            (UDF3<String, String, Object, String>)
                (scope, id, day) -> name(known.value(), scope, id, day),
            DataTypes.StringType);
  }

  private static @Nullable String name(
      Registers registers, @Nullable String scope, @Nullable String id, @Nullable Object at) {
    LocalDate day = Times.day(at);
    if (scope == null || id == null || day == null) {
      return null;
    }
    return id.equals(NONE) ? "未归属" : registers.name(scope, id, day);
  }

  private static void register(
      SparkSession session, String name, UDF2<String, LocalDate, @Nullable String> place) {
    session
        .udf()
        .register(
            name,
            (UDF2<String, Object, String>) (code, day) -> named(place.call(code, on(day))),
            DataTypes.StringType);
  }

  /** Every row has an event date. */
  private static LocalDate on(Object day) {
    return Objects.requireNonNull(Times.day(day));
  }

  private static String region(
      Registers registers, @Nullable String code, @Nullable String org, LocalDate day) {
    boolean ofOrg = code == null && org != null;
    return named(ofOrg ? registers.regionOfOrg(org, day) : registers.resolveRegion(code, day));
  }

  private static String named(@Nullable String id) {
    return id == null ? NONE : id;
  }

  /**
   * A region and all it is part of on a day. What belongs to no known region is part of the city
   * all the same, where the register has one top.
   */
  public static List<String> path(Registers registers, String region, LocalDate day) {
    if (region.equals(NONE)) {
      List<String> tops =
          registers.regions(day).stream()
              .filter(one -> one.parentId() == null)
              .map(Region::id)
              .toList();
      return tops.size() == 1 ? List.of(NONE, tops.get(0)) : List.of(NONE);
    }
    List<String> path = new ArrayList<>(registers.upwards(region, day));
    return path.isEmpty() ? List.of(region) : path;
  }
}
