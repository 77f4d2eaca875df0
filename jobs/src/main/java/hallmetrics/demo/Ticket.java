package hallmetrics.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hotline ticket with its whole life.
 *
 * @param parent earlier ticket of the same caller and topic, or null
 * @param legs bodies it went to, in order; empty when answered at once
 */
record Ticket(
    String no,
    @Nullable String parent,
    City.Region region,
    City.Org org,
    Request request,
    long receive,
    List<Leg> legs,
    long close,
    @Nullable Revisit revisit,
    int person) {

  /** What is asked for. */
  record Request(
      String channel, String category, String topic, String detail, String title, String content) {}

  /** One body's turn. A returned leg is never replied to. */
  record Leg(
      String ticketNo,
      int seq,
      City.Org org,
      long dispatched,
      long signed,
      LocalDate contactDue,
      long contact,
      LocalDate due,
      long replied,
      long returned) {}

  /**
   * The call after closing.
   *
   * @param excluded why the ticket is left out of both assessments, or null
   */
  record Revisit(
      long at,
      boolean valid,
      String resolved,
      String result,
      String service,
      @Nullable String excluded) {}

  boolean direct() {
    return legs.isEmpty();
  }
}
