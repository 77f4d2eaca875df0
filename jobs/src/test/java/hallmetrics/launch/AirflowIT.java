package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.airflow.DagRun;
import hallmetrics.airflow.NightRun;
import hallmetrics.command.AtOnce;
import hallmetrics.journal.NightRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five nights of the demo city through a real Airflow and the product's own DAG: one by the
 * schedule and again by Airflow's own backfill, one by that backfill alone, one by the schedule
 * after it, one refused by the gate of the night and good after the repair, one triggered by fifty
 * at once before its schedule.
 */
@Tag("slow")
@Tag("airflow")
class AirflowIT {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path SCRIPTS = HOME.resolve("scripts");
  private static final String FIRST = "2026-11-01";
  private static final String BACKFILLED = "2026-11-02";
  private static final String AFTER = "2026-11-03";
  private static final String REFUSED = "2026-11-04";
  private static final String LAST = SmallCity.LAST;
  private static final List<String> DATES = List.of(FIRST, BACKFILLED, AFTER, REFUSED, LAST);
  private static final String BROKEN = "evaluation/pj_20261104_1.csv";

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();

  @Test
  void fiveNights() throws Exception {
    SmallCity city = SmallCity.deliver(folder.resolve("city"));
    Path broken = city.deliverBroken(BROKEN);
    try (RealAirflow airflow =
        new RealAirflow(
            airflow(),
            Files.createDirectories(folder.resolve("airflow")),
            SCRIPTS.resolve("airflow/hall_nightly.py"),
            Map.of(
                "HALL_HOME",
                HOME.toString(),
                "HALL_CONF",
                city.conf().toString(),
                "HALL_START_DATE",
                FIRST,
                "HALL_END_DATE",
                LAST))) {
      fiftyAtOnceMakeOneRun(airflow);
      aClientThatDiesIsFollowedByAnother(airflow);
      airflowsOwnBackfillDecidesADateOnceAndBlocksNone(airflow);
      theRefusedNightIsShownAndGoodAfterTheRepair(airflow, broken);
      everyDateWasDecidedOnce(airflow, city);
      theMonthIsTheSameWithoutAirflow(city);
      aPauseIsSaidAndEnds(airflow);
      aDeadSchedulerIsNamed(airflow);
    }
    assertThat(String.join("\n", said)).doesNotContain(RealAirflow.password());
  }

  /** Before the schedule comes to it: the run is theirs, and the schedule's is never made. */
  private void fiftyAtOnceMakeOneRun(RealAirflow airflow) throws Exception {
    List<Launch> clerks = AtOnce.hall(50, airflow.access(), "airflow", "trigger", "--date", LAST);
    for (Launch clerk : clerks) {
      said.add(clerk.out() + clerk.err());
      assertThat(clerk.status()).as(clerk.out() + clerk.err()).isZero();
    }
    assertThat(clerks).filteredOn(one -> one.out().startsWith("已触发")).hasSizeLessThan(2);
    assertThat(runs(airflow, LAST)).containsExactly("nightly__" + LAST);
    Launch later = hall(airflow, "trigger", "--date", LAST);
    assertThat(later.status()).as(later.out() + later.err()).isZero();
    assertThat(later.out()).contains("没有再触发");
  }

  private static List<String> runs(RealAirflow airflow, String date) {
    return airflow.client().lastRuns("hall_nightly", 100).stream()
        .filter(run -> NightRun.dateOf(run).equals(date))
        .map(DagRun::id)
        .toList();
  }

  private void aClientThatDiesIsFollowedByAnother(RealAirflow airflow)
      throws IOException, InterruptedException {
    Process client = builder(airflow, "watch", "--date", FIRST).redirectErrorStream(true).start();
    try (BufferedReader lines = client.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.lines().anyMatch(line -> line.contains("running"))).isTrue();
      client.destroyForcibly();
    }
    assertThat(client.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Launch second = hall(airflow, "watch", "--date", FIRST);
    assertThat(second.status()).as(second.err()).isZero();
    assertThat(second.out()).contains(FIRST + " 已发布 " + FIRST + " 第1版").contains("退回文件：");
  }

  private void airflowsOwnBackfillDecidesADateOnceAndBlocksNone(RealAirflow airflow)
      throws IOException, InterruptedException {
    airflow.backfill(FIRST, BACKFILLED);
    Launch again = watchWhenThere(airflow, FIRST);
    assertThat(again.status()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains(FIRST + " 没有新内容");
    Launch backfilled = watchWhenThere(airflow, BACKFILLED);
    assertThat(backfilled.status()).as(backfilled.out() + backfilled.err()).isZero();
    assertThat(backfilled.out()).contains(BACKFILLED + " 已发布 " + BACKFILLED + " 第1版（backfill__");
    Launch last = watchWhenThere(airflow, LAST);
    assertThat(last.status()).as(last.out() + last.err()).isEqualTo(3);
    Launch after = watchWhenThere(airflow, AFTER);
    assertThat(after.status()).as(after.out() + after.err()).isZero();
    assertThat(after.out()).contains(AFTER + " 已发布 " + AFTER + " 第1版（scheduled__");
  }

  /** The schedule makes the run of a date when those before it are finished. */
  private Launch watchWhenThere(RealAirflow airflow, String date)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    Launch watch = hall(airflow, "watch", "--date", date);
    while (watch.status() == 2 && System.nanoTime() < end) {
      watch = hall(airflow, "watch", "--date", date);
    }
    return watch;
  }

  private void theRefusedNightIsShownAndGoodAfterTheRepair(RealAirflow airflow, Path broken)
      throws IOException, InterruptedException {
    Launch refused = watchWhenThere(airflow, REFUSED);
    assertThat(refused.status()).as(refused.out() + refused.err()).isEqualTo(3);
    assertThat(refused.err())
        .contains("[night-refused]")
        .contains("本晚被“退回记录过多”拦下")
        .contains("hall airflow trigger --date " + REFUSED + " --again");
    Launch status = hall(airflow, "status");
    assertThat(status.status()).as(status.out() + status.err()).isZero();
    assertThat(status.out())
        .contains(REFUSED + " 被拒，没有发布 [night-refused]：本晚被“退回记录过多”拦下")
        .contains("hall airflow trigger --date " + REFUSED + " --again")
        .contains(BACKFILLED + " 第1版  hall://editions/day");
    Files.delete(broken);
    for (String date : List.of(REFUSED, LAST)) {
      Launch again =
          hall(airflow, "trigger", "--date", date, "--again", "--note", "已换文件", "--watch");
      assertThat(again.status()).as(again.out() + again.err()).isZero();
      assertThat(again.out()).contains(date + " 已发布 " + date + " 第1版");
      String note =
          airflow.client().runs("hall_nightly", Instant.EPOCH, Instant.now()).stream()
              .filter(run -> NightRun.dateOf(run).equals(date))
              .map(DagRun::note)
              .collect(Collectors.joining());
      assertThat(note).contains("hall airflow trigger --again：已换文件");
    }
  }

  private void everyDateWasDecidedOnce(RealAirflow airflow, SmallCity city)
      throws IOException, InterruptedException {
    Launch backfill = hall(airflow, "backfill", "--from", FIRST, "--to", LAST);
    assertThat(backfill.status()).as(backfill.out() + backfill.err()).isZero();
    // a run repeated by hand finds the date decided
    Launch again = hall(airflow, "trigger", "--date", FIRST, "--again", "--watch");
    assertThat(again.status()).as(again.out() + again.err()).isZero();
    Map<LocalDate, Long> published = new TreeMap<>();
    for (NightRecord record : city.records()) {
      if (record.outcome().published()) {
        published.merge(Objects.requireNonNull(record.businessDate()), 1L, Long::sum);
      }
    }
    assertThat(published)
        .isEqualTo(DATES.stream().collect(Collectors.toMap(LocalDate::parse, date -> 1L)));
    for (String date : DATES) {
      assertThat(runs(airflow, date)).as(date).hasSize(1);
    }
  }

  private void theMonthIsTheSameWithoutAirflow(SmallCity city)
      throws IOException, InterruptedException {
    Path alone = folder.resolve("alone");
    Launch night = launch(Map.of(), city.nightly(alone).toArray(String[]::new));
    assertThat(night.status()).as(night.out() + night.err()).isEqualTo(3);
    assertThat(SmallCity.october(city.store())).isEqualTo(SmallCity.october(alone));
  }

  private void aPauseIsSaidAndEnds(RealAirflow airflow) throws IOException, InterruptedException {
    assertThat(hall(airflow, "pause").out()).startsWith("DAG hall_nightly 已暂停");
    Launch refused = hall(airflow, "trigger", "--date", LAST, "--again");
    assertThat(refused.status()).isEqualTo(4);
    assertThat(refused.err()).contains("[airflow-dag-paused]");
    assertThat(hall(airflow, "unpause").out()).startsWith("DAG hall_nightly 已恢复");
  }

  private void aDeadSchedulerIsNamed(RealAirflow airflow) throws IOException, InterruptedException {
    airflow.kill("scheduler");
    assertThat(hall(airflow, "trigger", "--date", REFUSED, "--again").status()).isZero();
    Launch watch = hall(airflow, "watch", "--date", REFUSED, "--deadline", "60s");
    assertThat(watch.status()).as(watch.out()).isEqualTo(4);
    assertThat(watch.err()).contains("scheduler down since").doesNotContain("[night-refused]");
  }

  private Launch hall(RealAirflow airflow, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("airflow"));
    words.addAll(List.of(arguments));
    return launch(airflow.access(), words.toArray(String[]::new));
  }

  private Launch launch(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve("hall").toString()));
    command.addAll(List.of(arguments));
    Map<String, String> all = new HashMap<>(environment);
    all.put("JAVA_HOME", System.getProperty("java.home"));
    Launch run = Launch.of(folder, all, command);
    said.add(run.out());
    said.add(run.err());
    return run;
  }

  private ProcessBuilder builder(RealAirflow airflow, String... arguments) {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve("hall").toString(), "airflow"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(airflow.access());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static Path airflow() {
    String path = System.getenv("HALL_TEST_AIRFLOW");
    assertThat(path).as("HALL_TEST_AIRFLOW: scripts/test --all sets it").isNotNull();
    return Path.of(path);
  }
}
