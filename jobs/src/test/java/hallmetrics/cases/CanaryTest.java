package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import hallmetrics.testing.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Phone and identity numbers planted in every kind of input appear in no table, log, page, manifest
 * or message: only in the inbox and in the kept deliveries.
 */
class CanaryTest {
  @TempDir private Path folder;
  private final Canaries canaries = new Canaries();
  private final Map<String, String> said = new LinkedHashMap<>();

  /** Keeps every line of the log, stack traces too. */
  private static final class Heard extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected void append(ILoggingEvent event) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + trace);
    }
  }

  @Test
  void noNumberOfAPersonLeavesTheDeliveries() throws IOException {
    TestSession.get();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("hallmetrics");
    Heard heard = new Heard();
    heard.setContext(root.getLoggerContext());
    heard.start();
    Level before = ours.getLevel();
    root.addAppender(heard);
    ours.setLevel(Level.DEBUG);
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    try {
      site.overlay(CaseSite.CASES.resolve("_canary"), "");
      verbs(site);
    } finally {
      ours.setLevel(before);
      root.detachAppender(heard);
    }
    said.put("the log", String.join("\n", heard.lines));
    List<String> leaks = new ArrayList<>();
    said.forEach((what, text) -> canaries.in(text).forEach(leak -> leaks.add(what + ": " + leak)));
    leaks.addAll(stored(site.folder().resolve("store")));
    assertThat(leaks).as("leaks").isEmpty();
    assertThat(canaries.in(delivered(site))).as("planted").hasSizeGreaterThan(20);
  }

  private void verbs(CaseSite site) throws IOException {
    PlantedFiles files = new PlantedFiles(canaries, site.folder().resolve("inbox"));
    files.lay();
    for (Path file : files.all()) {
      said(site, -1, "check", file.toString());
    }
    said(site, 3, "nightly", "--date", "2026-11-03");
    assertThat(said.get("nightly --date 2026-11-03"))
        .contains("[unclosed-quote]", "[undecodable]", "[missing-column", "[empty-file]")
        .contains("[no-as-of]", "重复报送", "unknown-code:satisfaction", "bad-date:assess_ts");
    Path tooMany = files.tooManyRejected();
    said(site, 3, "nightly", "--date", "2026-11-04");
    Files.delete(tooMany);
    String reason = "应" + canaries.phone("reason") + "来电";
    said(site, 0, "publish", "--period", "2026-10", "--reason", reason);
    said(site, 0, "metrics", "--period", "2026-10", "--scope", "HALL");
    String records = folder.resolve("records.csv").toString();
    said(site, 0, "explain", "evaluations", "--period", "2026-10", "--csv", records);
    said.put("the records", Files.readString(Path.of(records)));
    said(site, 0, "explain", "rectification_rate", "--period", "2026-10");
    said(site, 2, "explain", canaries.phone("metric asked"), "--period", "2026-10");
    said(site, 2, "explain", "EV-01", "--period", "2026-10", "--hall", canaries.id("hall asked"));
    said(site, 2, "metrics", "--period", "2026-10", "--metric", canaries.phone("metric asked"));
    said(site, 2, "metrics", "--period", canaries.phone("period asked"));
    said(
        site,
        -1,
        "ingest",
        site.folder().resolve(canaries.phone("file asked") + ".csv").toString());
    said(site, -1, "check", site.folder().resolve(canaries.id("file asked") + ".csv").toString());
    said(site, 2, "check", "--conf", "/tmp/" + canaries.phone("conf asked"));
    for (String view : List.of("evaluation", "bad_rating", "quarantine", "deliveries", "fates")) {
      said(site, 0, "sql", "select * from " + view, "--format", "csv");
    }
    said(site, 2, "sql", "select 1 from t" + canaries.phone("view asked"));
    said(site, 2, "sql", "select `" + canaries.id("column asked") + "` from evaluation");
    said(site, -1, "doctor", "--deep");
  }

  /** Runs a verb and keeps what it says; -1 where its status is of no interest. */
  private void said(CaseSite site, int status, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    if (!line.contains("--conf")) {
      line.addAll(site.options());
    }
    CaseSite.Run run = CaseSite.run(line.toArray(String[]::new));
    said.merge(String.join(" ", words), run.all(), String::concat);
    if (status >= 0) {
      assertThat(run.status()).as(run.all()).isEqualTo(status);
    }
  }

  private List<String> stored(Path store) throws IOException {
    List<String> leaks = new ArrayList<>();
    try (Stream<Path> all = Files.walk(store)) {
      for (Path file : all.filter(path -> !path.startsWith(store.resolve("deliveries"))).toList()) {
        String name = store.relativize(file).toString();
        String text = Files.isRegularFile(file) ? StoredText.of(file) : "";
        canaries.in(name + "\n" + text).forEach(leak -> leaks.add(name + ": " + leak));
      }
    }
    return leaks;
  }

  /** What the kept deliveries hold: there the numbers must be, or nothing was planted. */
  private static String delivered(CaseSite site) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> all = Files.walk(site.store().resolve("deliveries"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        text.append(StoredText.of(file));
      }
    }
    return text.toString();
  }
}
