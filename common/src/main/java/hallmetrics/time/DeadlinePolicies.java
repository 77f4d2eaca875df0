package hallmetrics.time;

import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import hallmetrics.time.DeadlinePolicy.Due;
import hallmetrics.time.DeadlinePolicy.Stage;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All deadline policies of a site with their validity.
 *
 * <p>A policy is named {@code source.STAGE} ({@code hotline.REPLY}) or {@code STAGE} alone. Where
 * the source has no row in force for that stage, the row of source {@code *} counts.
 */
public final class DeadlinePolicies implements Serializable {
  /** The source of the rows that count where no other does. */
  public static final String ANY = "*";

  private static final long serialVersionUID = 1L;

  private final HashMap<String, List<DeadlinePolicy>> byName = new HashMap<>();

  /** The rows of source {@code *} by stage; none for a stage that has no such row. */
  private final HashMap<String, List<DeadlinePolicy>> forAll = new HashMap<>();

  private final WorkCalendar calendar;

  DeadlinePolicies(List<DeadlinePolicy> policies, WorkCalendar calendar) {
    this.calendar = calendar;
    for (Stage stage : Stage.values()) {
      forAll.put(stage.name(), new ArrayList<>());
    }
    for (DeadlinePolicy policy : policies) {
      String stage = policy.stage().name();
      byName.computeIfAbsent(policy.source() + "." + stage, name -> new ArrayList<>()).add(policy);
      if (policy.source().equals(ANY)) {
        forAll.computeIfAbsent(stage, name -> new ArrayList<>()).add(policy);
      }
    }
  }

  /**
   * Reads the register (source, stage, n, unit, start_rule, cutoff_time, effective_from,
   * effective_to; a column note is free).
   *
   * @throws hallmetrics.fault.HallException with all problems, file:line each
   */
  public static DeadlinePolicies parse(String csvText, String fileName, WorkCalendar calendar) {
    Problems problems = new Problems();
    DeadlinePolicies policies = parse(csvText, fileName, calendar, problems);
    problems.throwIfAny();
    return Objects.requireNonNull(policies, "policies without problems");
  }

  /** Reads the register and adds its problems; null where there are any. */
  public static @Nullable DeadlinePolicies parse(
      String csvText, String fileName, WorkCalendar calendar, Problems problems) {
    List<DeadlinePolicy> policies = new PolicyReader(fileName, problems).read(csvText);
    return policies == null ? null : new DeadlinePolicies(policies, calendar);
  }

  /** The policies that come with the product, over a calendar. */
  public static DeadlinePolicies builtIn(WorkCalendar calendar) {
    return parse(builtInText(), "registers/deadline_policy.csv", calendar);
  }

  /** The register that comes with the product, as text. */
  public static String builtInText() {
    return WorkCalendar.resource("/registers/deadline_policy.csv");
  }

  /** The names of all rows, such as {@code *.VERIFY} and {@code hotline.REPLY}. */
  public SortedSet<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  /**
   * When what started at an instant falls due, by the policy in force on the start date.
   *
   * @param policy {@code source.STAGE} or {@code STAGE}
   * @return null where no policy was in force, or the start is on a day the calendar does not cover
   * @throws IllegalArgumentException if the stage is unknown, with the nearest right one
   */
  public @Nullable Due due(Instant start, String policy) {
    LocalDate day = Shanghai.date(start);
    if (!calendar.covers(day)) {
      return null;
    }
    DeadlinePolicy inForce = inForce(policy, day);
    return inForce == null ? null : inForce.due(start, calendar);
  }

  /** The row in force for what starts on a day; null where there is none. */
  public @Nullable DeadlinePolicy inForce(String policy, LocalDate start) {
    int dot = policy.lastIndexOf('.');
    DeadlinePolicy own = dot < 0 ? null : find(byName.getOrDefault(policy, List.of()), start);
    if (own != null) {
      return own;
    }
    String stage = policy.substring(dot + 1);
    List<DeadlinePolicy> rest = forAll.get(stage);
    if (rest == null) {
      throw new IllegalArgumentException(
          "不认识的期限环节（unknown deadline stage）'"
              + stage
              + "'"
              + Nearest.hint(stage, new TreeSet<>(forAll.keySet())));
    }
    return find(rest, start);
  }

  private static @Nullable DeadlinePolicy find(List<DeadlinePolicy> rows, LocalDate start) {
    for (DeadlinePolicy row : rows) {
      if (row.inForce(start)) {
        return row;
      }
    }
    return null;
  }
}
