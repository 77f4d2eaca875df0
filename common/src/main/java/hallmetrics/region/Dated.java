package hallmetrics.region;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a register, in force from its first to its last day, both included. */
public sealed interface Dated extends Serializable permits Region, Org, Hall, Window {

  /** The stable id; several rows of one id follow each other in time. */
  String id();

  /** What a reader calls it. */
  String name();

  /** First day in force; null for ever before. */
  @Nullable LocalDate validFrom();

  /** Last day in force; null for ever after. */
  @Nullable LocalDate validTo();

  /** Whether it is in force on some day of a period, both ends included. */
  default boolean inForce(LocalDate from, LocalDate to) {
    LocalDate first = validFrom();
    LocalDate last = validTo();
    return (first == null || !first.isAfter(to)) && (last == null || !last.isBefore(from));
  }

  /** Whether it is in force on a day. */
  default boolean inForce(LocalDate day) {
    return inForce(day, day);
  }
}
