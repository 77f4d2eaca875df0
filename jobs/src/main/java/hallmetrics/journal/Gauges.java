package hallmetrics.journal;

import hallmetrics.edition.FateRow;
import hallmetrics.journal.NightRecord.FileState;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last night as Prometheus text, for node_exporter's textfile collector. Nights tried out, of
 * another verb, or that never got the store leave it as it is.
 */
public final class Gauges {
  private static final List<String> FATES =
      List.of("ACCEPTED", "DUPLICATE", "SUPERSEDED", "REJECTED", FateRow.UNDECIDED);
  private static final String SUCCESS = "hall_night_success";
  private static final String WELL = "\n" + SUCCESS + " 1.0\n";

  private final PrometheusRegistry registry = new PrometheusRegistry();

  private Gauges() {}

  /** Writes what a night came to, where it is one that counts. */
  public static void write(Journal journal, NightRecord night) throws IOException {
    Path file = journal.gauges();
    if (!night.tried() || (night.outcome() == Outcome.NOTHING_NEW && saysWell(file))) {
      return;
    }
    Optional<Instant> published =
        night.outcome().published()
            ? Optional.of(night.ended())
            : journal.newest(one -> one.outcome().published()).map(NightRecord::ended);
    WholeFile.write(file, text(night, published.orElse(null)));
  }

  /** A night with nothing new is as cheap as can be: the library is loaded only to change a no. */
  private static boolean saysWell(Path file) throws IOException {
    return Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).contains(WELL);
  }

  /** The gauges of a night as text. */
  static String text(NightRecord night, @Nullable Instant published) {
    Gauges gauges = new Gauges();
    gauges.fill(night, published);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, gauges.registry.scrape());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void fill(NightRecord night, @Nullable Instant published) {
    boolean well = night.outcome().published() || night.outcome() == Outcome.NOTHING_NEW;
    gauge(SUCCESS, "1 when the last night published or had nothing new 最近一晚是否成功", well ? 1.0 : 0.0);
    gauge("hall_night_end_timestamp_seconds", "When the last night ended 最近一晚结束时刻", night.ended());
    gauge(
        "hall_night_last_published_timestamp_seconds",
        "When the last night that published ended 最近一次发布的时刻",
        published);
    gauge("hall_night_duration_seconds", "Wall time of the last night 最近一晚用时", night.seconds());
    gauge(
        "hall_night_cpu_seconds",
        "CPU seconds of the process of the last night 最近一晚的 CPU 秒",
        night.usage().cpuSeconds());
    Long peak = night.usage().peakMemoryBytes();
    gauge(
        "hall_night_peak_memory_bytes",
        "Greatest resident memory of the last night 最近一晚内存峰值",
        peak == null ? null : Double.valueOf(peak));
    Gauge rows = labelled("hall_night_rows", "Records read last night by fate 最近一晚各去向的记录数", "fate");
    FATES.forEach(fate -> rows.labelValues(fate).set(night.rows(fate)));
    Gauge files =
        labelled("hall_night_files", "Files of the last night by state 最近一晚的文件数", "state");
    for (FileState state : FileState.values()) {
      files.labelValues(state.name()).set(night.files(state));
    }
    Gauge stages =
        labelled("hall_night_stage_seconds", "Wall seconds of each stage 最近一晚各阶段用时", "stage");
    night.secondsByStage().forEach((stage, seconds) -> stages.labelValues(stage).set(seconds));
  }

  private void gauge(String name, String help, @Nullable Instant value) {
    gauge(name, help, value == null ? null : Double.valueOf(value.toEpochMilli() / 1000.0));
  }

  /** What is not known has no line. */
  private void gauge(String name, String help, @Nullable Double value) {
    if (value != null) {
      Gauge.builder().name(name).help(help).register(registry).set(value);
    }
  }

  private Gauge labelled(String name, String help, String label) {
    return Gauge.builder().name(name).help(help).labelNames(label).register(registry);
  }
}
