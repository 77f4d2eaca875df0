package hallmetrics.sql;

import hallmetrics.time.DeadlinePolicies;
import hallmetrics.time.DeadlinePolicy;
import hallmetrics.time.Shanghai;
import hallmetrics.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Functions for catalogue and source expressions. Null in, null out; a day outside the calendar and
 * a policy not in force give null, never an error, so that no date of a record ends a night.
 */
public final class SqlFunctions {
  private SqlFunctions() {}

  /**
   * Makes the functions known to a session: {@code local_day(ts)} the Shanghai day; {@code
   * working_days_after(ts, n)} the last microsecond of the n-th working day after; {@code
   * working_days_between(a, b)} working days in (a, b], negative when b is before a; {@code due(ts,
   * policy)} when it falls due by the policy in force on the start date; {@code due_provisional(ts,
   * policy)} whether that rests on an unpublished calendar.
   */
  public static void register(
      SparkSession session, WorkCalendar calendar, DeadlinePolicies policies) {
    session.udf().register("local_day", (UDF1<Object, LocalDate>) Times::day, DataTypes.DateType);
    session
        .udf()
        .register(
            "working_days_after",
            (UDF2<Object, Integer, Instant>) (start, n) -> after(calendar, start, n),
            DataTypes.TimestampType);
    session
        .udf()
        .register(
            "working_days_between",
            (UDF2<Object, Object, Integer>) (from, to) -> between(calendar, from, to),
            DataTypes.IntegerType);
    session
        .udf()
        .register(
            "due",
            (UDF2<Object, String, Instant>)
                (start, policy) -> {
                  DeadlinePolicy.Due due = due(policies, Times.instant(start), policy);
                  return due == null ? null : due.at();
                },
            DataTypes.TimestampType);
    session
        .udf()
        .register(
            "due_provisional",
            (UDF2<Object, String, Boolean>)
                (start, policy) -> {
                  DeadlinePolicy.Due due = due(policies, Times.instant(start), policy);
                  return due == null ? null : due.provisional();
                },
            DataTypes.BooleanType);
  }

  private static @Nullable Instant after(
      WorkCalendar calendar, @Nullable Object start, @Nullable Integer n) {
    LocalDate day = Times.day(start);
    if (day == null || n == null || !calendar.covers(day)) {
      return null;
    }
    return Shanghai.endOfDay(calendar.plusWorkdays(day, n).date());
  }

  private static @Nullable Integer between(
      WorkCalendar calendar, @Nullable Object from, @Nullable Object to) {
    LocalDate first = Times.day(from);
    LocalDate last = Times.day(to);
    if (first == null || last == null || !calendar.covers(first) || !calendar.covers(last)) {
      return null;
    }
    return calendar.workdaysBetween(first, last);
  }

  private static DeadlinePolicy.@Nullable Due due(
      DeadlinePolicies policies, @Nullable Instant start, @Nullable String policy) {
    return start == null || policy == null ? null : policies.due(start, policy);
  }
}
