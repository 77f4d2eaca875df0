package hallmetrics.command;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.airflow.Pace;
import hallmetrics.command.AirflowDesk.Read;
import hallmetrics.command.FakeAirflow.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** hall airflow backfill, and what every verb says of an Airflow that is not right. */
class AirflowVerbsTest extends AtTheDesk {
  private static final String TRIGGER = "airflow trigger --date 2026-10-31";
  private static final Pattern CODE =
      Pattern.compile(
          "\"(airflow-[a-z-]+|night-refused)\"|\\[(airflow-[a-z-]+[a-z]|night-refused)]");

  @Test
  void backfillGoesOldestFirstAndLeavesWhatIsThere() {
    airflow.add("nightly__2026-10-12", "2026-10-12T16:30:00Z", "2026-10-12").publish("2026-10-12");
    desk.meanwhile = this::publishOpen;

    Read read = desk.hall("airflow backfill --from 2026-10-11 --to 2026-10-14");

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out())
        .contains("2026-10-12 已有运行 nightly__2026-10-12，成功 success，不动")
        .contains("补跑：触发 3，已有 1，失败或被拒 0。");
    assertThat(airflow.posted).hasSize(3);
    assertThat(airflow.posted.get(0)).contains("nightly__2026-10-11");
    assertThat(airflow.posted.get(2)).contains("nightly__2026-10-14");
  }

  /** One at a time: the open run ends while the verb waits. */
  private void publishOpen() {
    List<FakeRun> open =
        airflow.runs.values().stream().filter(run -> run.state.equals("queued")).toList();
    assertThat(open).hasSize(1);
    open.get(0).publish(open.get(0).id.substring("nightly__".length()));
  }

  @Test
  void backfillStopsAtTheFirstThatFailed() {
    airflow.add("nightly__2026-10-12", "2026-10-12T16:30:00Z", "2026-10-12").state = "failed";
    desk.meanwhile = this::publishOpen;
    String line = "airflow backfill --from 2026-10-11 --to 2026-10-13";

    Read stopped = desk.hall(line);
    assertThat(stopped.status()).isEqualTo(4);
    assertThat(stopped.err()).contains("停在 2026-10-12", "--date 2026-10-12 --again");
    assertThat(airflow.runs).doesNotContainKey("nightly__2026-10-13");

    Read on = desk.hall(line + " --keep-going");
    assertThat(on.status()).isEqualTo(4);
    assertThat(on.err()).contains("补跑：触发 1，已有 2，失败或被拒 1。");
    assertThat(airflow.runs).containsKey("nightly__2026-10-13");
  }

  @Test
  void backfillStopsAtARefusedNight() {
    desk.meanwhile =
        () ->
            airflow
                .runs
                .values()
                .iterator()
                .next()
                .report(
                    "{\"business_date\":\"2026-10-11\",\"outcome\":\"REFUSED\",\"message\":\"闸门\"}");

    Read read = desk.hall("airflow backfill --from 2026-10-11 --to 2026-10-13");

    assertThat(read.status()).isEqualTo(3);
    assertThat(airflow.posted).hasSize(1);
    assertThat(desk.hall("airflow backfill --from 2026-10-13 --to 2026-10-11").status())
        .isEqualTo(2);
    assertThat(desk.hall("airflow backfill --from 2026-10-13 --to 2026-11-09").err())
        .contains("[airflow-date-future]");
  }

  @Test
  void backfillTellsARefusalOfBeforeAsOne() {
    airflow
        .add("scheduled__2026-10-11T16:30:00+00:00", "2026-10-11T16:30:00Z", "2026-10-11")
        .refuse("本晚被“退回记录过多”拦下");

    Read read = desk.hall("airflow backfill --from 2026-10-11 --to 2026-10-13");

    assertThat(read.status()).isEqualTo(3);
    assertThat(read.err())
        .contains("2026-10-11 已有运行 scheduled__2026-10-11T16:30:00+00:00，失败 failed，不动")
        .contains("[night-refused]", "原因：本晚被“退回记录过多”拦下", "--date 2026-10-11 --again");
    assertThat(airflow.posted).isEmpty();
  }

  @Test
  void aWrongLoginEndsAtOnceAndShowsNoSecret() throws IOException {
    Files.writeString(folder.resolve("password"), "wrong-password-9\n");
    assertFault(desk.hall(TRIGGER), "[airflow-login]", "wrong-password-9");

    desk.token(folder.resolve("token"), "expired-token-8");
    assertFault(desk.hall(TRIGGER), "[airflow-login]", "expired-token-8");

    desk.token(folder.resolve("token"), "garbage-token-7");
    assertFault(desk.hall(TRIGGER), "[airflow-login]", "garbage-token-7");

    desk.token(folder.resolve("token"), FakeAirflow.TOKEN);
    airflow.viewer = true;
    assertFault(desk.hall(TRIGGER), "[airflow-forbidden]", FakeAirflow.TOKEN);
    assertThat(airflow.calls).hasValueLessThan(20);
  }

  @Test
  void anAirflowThatIsNoneEndsInBoundedTime() throws IOException {
    airflow.instead = new Reply(503, "<html><title>503 Service Unavailable</title></html>");
    Read away = desk.hall(TRIGGER);
    assertFault(away, "[airflow-unreachable]", FakeAirflow.PASSWORD);
    assertThat(away.err()).startsWith("Airflow 暂时没有正常应答（HTTP 503").contains("），最晚到 ", " 为止接着试；");
    assertThat(away.err().lines().filter(line -> line.contains("接着试"))).hasSize(1);
    airflow.instead = new Reply(200, "garbage " + FakeAirflow.PASSWORD);
    assertFault(desk.hall(TRIGGER), "[airflow-answer]", FakeAirflow.PASSWORD);
    airflow.instead = null;
    airflow.version = "3.1.8";
    assertFault(desk.hall(TRIGGER), "[airflow-unfit]", FakeAirflow.PASSWORD);

    try (ServerSocket hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      desk.environment.put("HALL_AIRFLOW_URL", "http://127.0.0.1:" + hole.getLocalPort());
      long began = System.nanoTime();
      Read read = desk.hall(Pace.ofTheMachine(), TRIGGER + " --deadline 7s");
      assertFault(read, "[airflow-unreachable]", FakeAirflow.PASSWORD);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
      assertThat(read.err()).startsWith("Airflow 暂时没有正常应答（no answer），最晚到 ");
      assertThat(read.err().lines().filter(line -> line.contains("接着试"))).hasSize(1);
    }
  }

  private static void assertFault(Read read, String code, String secret) {
    assertThat(read.status()).as(read.all()).isEqualTo(4);
    assertThat(read.err().lines().dropWhile(line -> line.contains("接着试")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains(code));
    assertThat(read.err()).contains("下一步：");
    assertThat(read.all()).doesNotContain(secret).doesNotContain(FakeAirflow.TOKEN);
  }

  @Test
  void withoutAnAddressItSaysWhatToSet() {
    desk.environment.clear();

    Read read = desk.hall("airflow status");

    assertThat(read.status()).isEqualTo(2);
    assertThat(read.err()).contains("[airflow-unset]").contains("HALL_AIRFLOW_URL");
    assertThat(desk.hall("airflow").status()).isEqualTo(2);
  }

  @Test
  void theSitesConfSaysWhereAirflowIs() throws IOException {
    Path conf = folder.resolve("conf");
    Files.createDirectories(conf.resolve("registers"));
    Files.writeString(conf.resolve("registers/region.csv"), "region_id,name\n3607,示例市\n");
    Files.writeString(
        conf.resolve("site.yaml"),
        "name: 示例市\ncity: \"3607\"\nairflow: { url: \""
            + airflow.url()
            + "\", user: hall, password_file: ../password, start_date: 2026-10-31 }\n");
    desk.environment.clear();

    Read early = desk.hall("airflow trigger --date 2026-10-30 --conf " + conf);
    assertThat(early.status()).isEqualTo(2);
    assertThat(early.err()).contains("site.yaml 的 start_date 是 2026-10-31");
    assertThat(desk.hall(TRIGGER + " --conf " + conf).status()).isZero();
    desk.environment.put("HALL_CONF", conf.toString());
    assertThat(desk.hall("airflow status").out()).contains("nightly__2026-10-31");
  }

  @Test
  void everyCodeStandsOnThePageOfErrors() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    for (String root :
        List.of(
            "../common/src/main/java/hallmetrics/airflow", "src/main/java/hallmetrics/command")) {
      try (Stream<Path> files = Files.list(Path.of(root))) {
        for (Path file : files.filter(one -> one.toString().contains("irflow")).toList()) {
          CODE.matcher(Files.readString(file))
              .results()
              .forEach(
                  found -> codes.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }
      }
    }
    codes.remove("airflow-dag-");
    String page = Files.readString(Path.of("../docs/errors.md"));
    assertThat(codes)
        .hasSizeGreaterThan(15)
        .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
  }
}
