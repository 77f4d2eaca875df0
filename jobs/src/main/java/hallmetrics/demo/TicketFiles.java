package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import hallmetrics.demo.Inbox.Shape;
import hallmetrics.demo.Ticket.Leg;
import hallmetrics.demo.Trouble.Spoil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Delivers the hotline: tickets and legs as they stand at the end of each period, UTF-8. One
 * night's ticket file ends inside a quote; its content comes again the night after.
 */
final class TicketFiles {
  static final Shape TICKETS =
      new Shape("hotline-ticket", "hotline", "gd_", ".csv", StandardCharsets.UTF_8, true, ',');
  static final Shape LEGS =
      new Shape("hotline-leg", "hotline", "cb_", ".csv", StandardCharsets.UTF_8, false, ',');
  private final Feed<Ticket> tickets;
  private final Feed<Leg> legs;
  private final TicketRows rows;

  TicketFiles(Feed<Ticket> tickets, Feed<Leg> legs, DemoPlan plan) {
    this.tickets = tickets;
    this.legs = legs;
    this.rows = new TicketRows(new People(plan));
  }

  void write(Inbox inbox) {
    List<String[]> owed = new ArrayList<>();
    for (Period period : Period.all()) {
      List<String[]> records = new ArrayList<>();
      for (Change<Ticket> change : tickets.states(period)) {
        records.add(rows.ticket(change));
      }
      if (period.asOf().equals(Trouble.BROKEN)) {
        breakOff(inbox, period, records);
        owed.addAll(records);
      } else {
        if (!owed.isEmpty()) {
          inbox.write(TICKETS, period.asOf(), 1, TicketRows.TICKET_HEADER, owed, Map.of());
        }
        Map<String, Integer> rejected =
            Trouble.spoil(records, 0, List.of(new Spoil(3, "传真", "unknown-code:channel")));
        int sequence = owed.isEmpty() ? 1 : 2;
        inbox.write(TICKETS, period.asOf(), sequence, TicketRows.TICKET_HEADER, records, rejected);
        owed.clear();
      }
      writeLegs(inbox, period);
    }
  }

  private void writeLegs(Inbox inbox, Period period) {
    List<String[]> records = new ArrayList<>();
    legs.states(period).forEach(change -> records.add(rows.leg(change)));
    Map<String, Integer> rejected =
        Trouble.spoil(
            records, 0, List.of(new Spoil(4, "2026-09-31 08:00:00", "bad-date:dispatched_ts")));
    inbox.write(LEGS, period.asOf(), 1, TicketRows.LEG_HEADER, records, rejected);
  }

  /** The transfer stopped in the middle of a quoted cell. */
  private static void breakOff(Inbox inbox, Period period, List<String[]> records) {
    String path = TICKETS.path(period.asOf(), 1);
    List<String[]> last = new ArrayList<>(records);
    String[] open = records.get(0).clone();
    open[0] = open[0] + "X";
    open[TicketRows.CONTENT] = "内容里有\"引号\"，传到这里断了";
    last.add(open);
    inbox.text(TICKETS, path, TicketRows.TICKET_HEADER, last);
    Path file = inbox.resolve(path);
    try {
      String text = Files.readString(file);
      Files.writeString(file, text.substring(0, text.lastIndexOf("传到这里")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inbox.add(
        new DeliveredFile(
            TICKETS.source(), path, period.asOf(), 0, Map.of(), "unclosed-quote", null));
  }
}
