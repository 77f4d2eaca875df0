package hallmetrics.demo;

import hallmetrics.demo.Feed.Change;
import hallmetrics.demo.Inbox.Shape;
import hallmetrics.demo.Trouble.Spoil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Delivers the cases as an event log, tab-separated UTF-8. */
final class CaseFiles {
  static final Shape SHAPE =
      new Shape("approval-case", "case", "bj_", ".tsv", StandardCharsets.UTF_8, false, '\t');
  private final Feed<CaseFile> events;
  private final CaseRows rows;

  CaseFiles(Feed<CaseFile> events, DemoPlan plan) {
    this.events = events;
    this.rows = new CaseRows(new People(plan));
  }

  void write(Inbox inbox) {
    for (Period period : Period.all()) {
      List<String[]> records = new ArrayList<>();
      events.events(period).forEach(change -> records.add(rows.row(change)));
      List<Spoil> spoils =
          List.of(
              new Spoil(9, "邮寄代投", "unknown-code:channel"),
              new Spoil(12, "2026-13-01 08:00:00", "bad-date:accept_ts"));
      Map<String, Integer> rejected = Trouble.spoil(records, 0, spoils);
      inbox.write(SHAPE, period.asOf(), 1, CaseRows.HEADER, records, rejected);
      if (period.asOf().equals(Trouble.CORRECTED)) {
        List<String[]> corrected = corrections(period).stream().map(rows::row).toList();
        inbox.write(SHAPE, period.asOf(), 2, CaseRows.HEADER, corrected, Map.of());
      }
    }
  }

  /** Finish times of the last thirty days moved within their day. */
  private List<Change<CaseFile>> corrections(Period night) {
    List<Change<CaseFile>> corrected = new ArrayList<>();
    Period window =
        new Period(
            night.asOf(), Moment.at(night.asOf().minusDays(30), 0), night.from() - 86_400, false);
    int seen = 0;
    for (Change<CaseFile> change : events.events(window)) {
      CaseFile file = change.record();
      if (change.at() == file.finish() && seen++ % 150 == 0) {
        long finish = Math.max(file.accept(), file.finish() - 240);
        if (Moment.day(finish).equals(Moment.day(file.finish()))) {
          long at = night.from() + 39_600 + corrected.size();
          corrected.add(new Change<>(change.key(), at, corrected.size(), file.finishedAt(finish)));
        }
      }
    }
    return corrected;
  }
}
