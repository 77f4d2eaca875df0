package hallmetrics.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmetrics.journal.NightJson;
import hallmetrics.journal.NightRecord;
import hallmetrics.night.Waiting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands, as JSON: keys in a fixed order, what is not known null. */
public final class StatusJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private StatusJson() {}

  /** How a store stands. */
  public static String text(Status status) {
    ObjectNode node = JSON.createObjectNode();
    node.put("at", NightJson.time(status.at())).put("store", status.store());
    node.put("begun", status.begun()).put("last_night", text(status.lastNight()));
    node.put("publishing", status.publishing());
    node.put("running", status.running()).put("unrecorded", status.unrecorded());
    ArrayNode nights = node.putArray("nights");
    status.nights().forEach(night -> nights.add(NightJson.node(night)));
    dates(node.putArray("unpublished"), status.unpublished());
    dates(node.putArray("unrepeated"), status.unrepeated());
    status.damaged().forEach(node.putArray("damaged_records")::add);
    ArrayNode editions = node.putArray("editions");
    for (Status.Kind kind : status.editions()) {
      editions
          .addObject()
          .put("kind", kind.kind())
          .put("periods", kind.periods())
          .put("newest", kind.newest())
          .put("edition", kind.edition());
    }
    missing(node, status.missing());
    ArrayNode waiting = node.putArray("refused");
    for (Waiting file : status.waiting()) {
      waiting
          .addObject()
          .put("name", file.refused().name())
          .put("source", file.refused().source())
          .put("code", file.refused().fault())
          .put("again", file.again())
          .put("command", file.command());
    }
    status.unclaimed().forEach(node.putArray("unclaimed")::add);
    status.years().forEach(node.putArray("calendar_years_due")::add);
    coming(node, status.next());
    return text(node);
  }

  private static void dates(ArrayNode dates, List<Status.Stretch> stretches) {
    for (Status.Stretch one : stretches) {
      one.from()
          .datesUntil(one.to().plusDays(1))
          .forEach(
              day ->
                  dates
                      .addObject()
                      .put("date", day.toString())
                      .put("outcome", text(one.outcome()))
                      .put("words", one.words()));
    }
  }

  private static void coming(ObjectNode node, Status.NextNight next) {
    ObjectNode coming = node.putObject("next").put("date", next.date().toString());
    coming.put("oldest", text(next.oldest()));
    List<String> files = next.files();
    if (files == null) {
      coming.putNull("files");
    } else {
      files.forEach(coming.putArray("files")::add);
    }
    coming.put("inbox_fault", next.fault());
    coming.put("files_later", next.later());
    next.closes().forEach(coming.putArray("closes")::add);
  }

  private static void missing(ObjectNode node, Status.@Nullable Missing missing) {
    if (missing == null) {
      node.putNull("missing");
      return;
    }
    ObjectNode inner = node.putObject("missing").put("as_of", missing.asOf().toString());
    ArrayNode silent = inner.putArray("silent");
    for (Status.Silent one : missing.silent()) {
      silent
          .addObject()
          .put("source", one.source())
          .put("title", one.title())
          .put("scope", one.scope())
          .put("id", one.id())
          .put("name", one.name())
          .put("since", one.since().toString())
          .put("days", one.days());
    }
  }

  /** How a business date stands. */
  public static String text(DayStatus day) {
    ObjectNode node = JSON.createObjectNode();
    NightRecord night = day.night();
    node.put("date", day.date().toString());
    node.put("outcome", night == null ? null : night.outcome().name());
    node.put("edition", day.edition() == 0 ? null : Integer.valueOf(day.edition()));
    if (night == null) {
      node.putNull("record");
    } else {
      node.set("record", NightJson.node(night));
    }
    day.damaged().forEach(node.putArray("damaged_records")::add);
    ArrayNode deliveries = node.putArray("deliveries");
    for (DayStatus.Delivery one : day.deliveries()) {
      deliveries
          .addObject()
          .put("source", one.source())
          .put("title", one.title())
          .put("arrived", one.arrived());
    }
    node.put(
        "deliveries_by", day.deliveriesBy() == null ? null : NightJson.time(day.deliveriesBy()));
    return text(node);
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
