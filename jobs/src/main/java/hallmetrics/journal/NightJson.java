package hallmetrics.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmetrics.journal.NightRecord.EditionNote;
import hallmetrics.journal.NightRecord.FileNote;
import hallmetrics.journal.NightRecord.FileState;
import hallmetrics.journal.NightRecord.MissingNote;
import hallmetrics.journal.NightRecord.StageNote;
import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A night's record as JSON: keys in a fixed order, times with +08:00. */
public final class NightJson {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private NightJson() {}

  /** The record as text. */
  public static String text(NightRecord record) {
    try {
      return JSON.writeValueAsString(node(record)) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An instant as records say it: ISO with milliseconds, in Shanghai. */
  public static String time(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.MILLIS)
        .atZone(Shanghai.ZONE)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /** The record as a tree. */
  public static ObjectNode node(NightRecord record) {
    ObjectNode node = JSON.createObjectNode();
    node.put("format", FORMAT).put("run", record.run()).put("verb", record.verb());
    node.put("business_date", text(record.businessDate())).put("as_of", text(record.asOf()));
    node.put("started", time(record.started())).put("ended", time(record.ended()));
    node.put("outcome", record.outcome().name()).put("exit_status", record.exitStatus());
    node.put("code", record.code()).put("cause", record.cause());
    record.lines().forEach(node.putArray("lines")::add);
    for (FileNote file : record.files()) {
      node.withArray("files")
          .addObject()
          .put("name", file.name())
          .put("source", file.source())
          .put("state", file.state().name())
          .put("code", file.code())
          .put("records", file.records());
    }
    node.withArray("files");
    rows(node, record);
    for (EditionNote edition : record.editions()) {
      node.withArray("editions")
          .addObject()
          .put("period", edition.period())
          .put("edition", edition.edition())
          .put("figures_hash", edition.figuresHash());
    }
    node.withArray("editions");
    missing(node, record.missing());
    stages(node, record.stages());
    node.put("wall_seconds", record.seconds()).put("cpu_seconds", record.usage().cpuSeconds());
    node.put("peak_memory_bytes", record.usage().peakMemoryBytes());
    node.put("rows_per_second", record.rowsPerSecond());
    node.put("software", record.software()).put("launcher", record.launcher());
    return node.put("launch", record.launch());
  }

  private static void rows(ObjectNode node, NightRecord record) {
    ObjectNode rows = node.putObject("rows").put("in", record.rowsIn());
    ObjectNode sources = rows.putObject("by_source");
    record.fates().forEach((source, fates) -> fates.forEach(sources.putObject(source)::put));
  }

  private static void stages(ObjectNode node, List<StageNote> stages) {
    node.putArray("stages");
    for (StageNote stage : stages) {
      node.withArray("stages")
          .addObject()
          .put("stage", stage.stage())
          .put("seconds", stage.seconds());
    }
  }

  private static void missing(ObjectNode node, @Nullable List<MissingNote> missing) {
    if (missing == null) {
      node.putNull("missing");
      return;
    }
    node.putArray("missing");
    for (MissingNote one : missing) {
      node.withArray("missing")
          .addObject()
          .put("source", one.source())
          .put("scope", one.scope())
          .put("id", one.id())
          .put("since", one.since().toString())
          .put("days", one.days());
    }
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if the text is no record of a night
   */
  public static NightRecord read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.path("format").asInt() != FORMAT) {
        throw new IllegalArgumentException("a record of another format: " + node.path("format"));
      }
      return record(node);
    } catch (JsonProcessingException | java.time.DateTimeException wrong) {
      throw new IllegalArgumentException("no record of a night: " + wrong.getMessage(), wrong);
    }
  }

  private static NightRecord record(JsonNode node) {
    return new NightRecord(
        textOrNull(node, "run"),
        node.required("verb").asText(),
        textOrNull(node, "launch"),
        node.required("launcher").asText(),
        dayOrNull(node, "business_date"),
        dayOrNull(node, "as_of"),
        instant(node, "started"),
        instant(node, "ended"),
        Outcome.valueOf(node.required("outcome").asText()),
        node.required("exit_status").asInt(),
        textOrNull(node, "code"),
        textOrNull(node, "cause"),
        list(node.required("lines"), JsonNode::asText),
        list(node.required("files"), NightJson::file),
        fates(node.required("rows").required("by_source")),
        list(node.required("editions"), NightJson::edition),
        node.required("missing").isNull() ? null : list(node.get("missing"), NightJson::missing),
        list(node.required("stages"), NightJson::stage),
        new Usage(
            node.required("cpu_seconds").isNull() ? null : node.get("cpu_seconds").asDouble(),
            node.required("peak_memory_bytes").isNull()
                ? null
                : node.get("peak_memory_bytes").asLong()),
        node.required("software").asText());
  }

  private static FileNote file(JsonNode node) {
    return new FileNote(
        node.required("name").asText(),
        textOrNull(node, "source"),
        FileState.valueOf(node.required("state").asText()),
        textOrNull(node, "code"),
        node.required("records").asLong());
  }

  private static EditionNote edition(JsonNode node) {
    return new EditionNote(
        node.required("period").asText(),
        node.required("edition").asInt(),
        node.required("figures_hash").asText());
  }

  private static MissingNote missing(JsonNode node) {
    return new MissingNote(
        node.required("source").asText(),
        node.required("scope").asText(),
        node.required("id").asText(),
        LocalDate.parse(node.required("since").asText()),
        node.required("days").asInt());
  }

  private static StageNote stage(JsonNode node) {
    return new StageNote(node.required("stage").asText(), node.required("seconds").asDouble());
  }

  private static SortedMap<String, SortedMap<String, Long>> fates(JsonNode node) {
    SortedMap<String, SortedMap<String, Long>> fates = new TreeMap<>();
    node.properties()
        .forEach(
            source -> {
              SortedMap<String, Long> own = new TreeMap<>();
              source
                  .getValue()
                  .properties()
                  .forEach(fate -> own.put(fate.getKey(), fate.getValue().asLong()));
              fates.put(source.getKey(), own);
            });
    return fates;
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> one) {
    List<T> all = new ArrayList<>();
    node.forEach(item -> all.add(one.apply(item)));
    return all;
  }

  private static @Nullable String textOrNull(JsonNode node, String key) {
    JsonNode value = node.required(key);
    return value.isNull() ? null : value.asText();
  }

  private static @Nullable LocalDate dayOrNull(JsonNode node, String key) {
    String text = textOrNull(node, key);
    return text == null ? null : LocalDate.parse(text);
  }

  private static Instant instant(JsonNode node, String key) {
    return OffsetDateTime.parse(node.required(key).asText()).toInstant();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
