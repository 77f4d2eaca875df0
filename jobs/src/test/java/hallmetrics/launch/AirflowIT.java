package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.journal.NightJson;
import hallmetrics.journal.NightRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nights of the demo city through a real Airflow and the product's own DAG: one good, one
 * refused by the gate of the night and good after the repair, one triggered before its schedule.
 */
@Tag("slow")
@Tag("airflow")
class AirflowIT {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path SCRIPTS = HOME.resolve("scripts");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String FIRST = "2026-11-03";
  private static final String SECOND = "2026-11-04";
  private static final String THIRD = SmallCity.LAST;
  private static final String BROKEN = "evaluation/pj_20261104_1.csv";

  @TempDir private Path folder;
  private SmallCity city = new SmallCity(Path.of(""), Path.of(""));
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void city() throws IOException {
    city = SmallCity.deliver(folder.resolve("city"));
  }

  @Test
  void threeNights() throws IOException, InterruptedException {
    breakOneNight();
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
                THIRD))) {
      // before the schedule comes to it; whichever was first, there is one run of the date
      assertThat(hall(airflow, "trigger", "--date", THIRD).status()).isZero();
      assertThat(hall(airflow, "trigger", "--date", THIRD).status()).isZero();

      aClientThatDiesIsFollowedByAnother(airflow);
      theRefusedNightIsShownAndGoodAfterTheRepair(airflow);
      everyDateWasDecidedOnce(airflow);
      theMonthIsTheSameWithoutAirflow();
      aDeadSchedulerIsNamed(airflow);
    }
    assertThat(String.join("\n", said)).doesNotContain(RealAirflow.password());
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
    assertThat(second.out()).contains(FIRST + " 已发布 " + FIRST + " 第1版").contains("未接收：");
  }

  private void theRefusedNightIsShownAndGoodAfterTheRepair(RealAirflow airflow)
      throws IOException, InterruptedException {
    Launch third = hall(airflow, "watch", "--date", THIRD);
    assertThat(third.status()).as(third.out() + third.err()).isEqualTo(3);
    Launch refused = hall(airflow, "watch", "--date", SECOND);
    assertThat(refused.status()).as(refused.out() + refused.err()).isEqualTo(3);
    assertThat(refused.err())
        .contains("[night-refused]")
        .contains("本晚被“退回记录过多”拦下")
        .contains("hall airflow trigger --date " + SECOND + " --again");
    Files.delete(city.inbox().resolve(BROKEN));
    for (String date : List.of(SECOND, THIRD)) {
      Launch again = hall(airflow, "trigger", "--date", date, "--again", "--watch");
      assertThat(again.status()).as(again.out() + again.err()).isZero();
      assertThat(again.out()).contains(date + " 已发布 " + date + " 第1版");
    }
  }

  private void everyDateWasDecidedOnce(RealAirflow airflow)
      throws IOException, InterruptedException {
    Launch backfill = hall(airflow, "backfill", "--from", FIRST, "--to", THIRD);
    assertThat(backfill.status()).as(backfill.out() + backfill.err()).isZero();
    // a run repeated by hand finds the date decided
    Launch again = hall(airflow, "trigger", "--date", FIRST, "--again", "--watch");
    assertThat(again.status()).as(again.out() + again.err()).isZero();
    Map<LocalDate, Long> published = new TreeMap<>();
    for (NightRecord record : records()) {
      if (record.outcome().published()) {
        published.merge(Objects.requireNonNull(record.businessDate()), 1L, Long::sum);
      }
    }
    assertThat(published)
        .isEqualTo(
            Map.of(
                LocalDate.parse(FIRST),
                1L,
                LocalDate.parse(SECOND),
                1L,
                LocalDate.parse(THIRD),
                1L));
  }

  private List<NightRecord> records() throws IOException {
    List<NightRecord> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(city.store().resolve("runs"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        records.add(NightJson.read(Files.readString(file)));
      }
    }
    return records;
  }

  private void theMonthIsTheSameWithoutAirflow() throws IOException, InterruptedException {
    Path alone = folder.resolve("alone");
    Launch night = launch(Map.of(), city.nightly(alone).toArray(String[]::new));
    assertThat(night.status()).as(night.out() + night.err()).isEqualTo(3);
    assertThat(SmallCity.october(city.store())).isEqualTo(SmallCity.october(alone));
  }

  private void aDeadSchedulerIsNamed(RealAirflow airflow) throws IOException, InterruptedException {
    airflow.kill("scheduler");
    assertThat(hall(airflow, "trigger", "--date", SECOND, "--again").status()).isZero();
    Launch watch = hall(airflow, "watch", "--date", SECOND, "--deadline", "60s");
    assertThat(watch.status()).as(watch.out()).isEqualTo(4);
    assertThat(watch.err()).contains("scheduler down since").doesNotContain("[night-refused]");
  }

  /** 260 records with a channel nobody knows. */
  private void breakOneNight() throws IOException {
    Path inbox = city.inbox();
    List<String> lines = Files.readAllLines(inbox.resolve("evaluation/pj_20261030_1.csv"), GB18030);
    List<String> header = List.of(lines.get(0).split(",", -1));
    String row =
        lines.stream()
            .skip(1)
            .filter(line -> !line.contains("\"") && line.split(",", -1).length == header.size())
            .findFirst()
            .orElseThrow();
    List<String> broken = new ArrayList<>(List.of(lines.get(0)));
    for (int i = 0; i < 260; i++) {
      String[] cells = row.split(",", -1);
      cells[header.indexOf("评价编号")] = "X" + i;
      cells[header.indexOf("评价渠道")] = "99";
      broken.add(String.join(",", cells));
    }
    Files.writeString(inbox.resolve(BROKEN), String.join("\r\n", broken) + "\r\n", GB18030);
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
