package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hall purge} at the front door: the site keeps deliveries for 24 months. */
class PurgeTest {
  private static final Instant SOON = Instant.now().plus(Duration.ofDays(700));
  private static final Instant PAST_RETENTION = Instant.now().plus(Duration.ofDays(800));

  @TempDir private Path folder;
  private CaseSite site = new CaseSite(Path.of(""));
  private List<String> kept = List.of();

  @BeforeEach
  void oneNight() throws IOException {
    site = CaseSite.decided().copyTo(folder.resolve("site"));
    kept = deliveries();
    assertThat(kept).hasSize(2).allMatch(name -> name.matches("[0-9a-f]{64}"));
  }

  private Path removed() {
    return site.store().resolve("deliveries/removed.csv");
  }

  /** Names of what lies in deliveries/, hidden files and the list of what was removed excepted. */
  private List<String> deliveries() throws IOException {
    try (Stream<Path> files = Files.list(site.store().resolve("deliveries"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith(".") && !name.equals("removed.csv"))
          .sorted()
          .toList();
    }
  }

  @Test
  void nothingIsRemovedBeforeItsTime() throws IOException {
    CaseSite.Run run = site.hall("purge --delete {site}", SOON);

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains("无需清理");
    assertThat(deliveries()).isEqualTo(kept);
    assertThat(removed()).doesNotExist();
  }

  @Test
  void withoutDeleteItIsListedAndStays() throws IOException {
    CaseSite.Run run = site.hall("purge {site}", PAST_RETENTION);

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains(kept).contains("有 2 份，已过保留期；加 --delete 删除");
    assertThat(deliveries()).isEqualTo(kept);
    assertThat(removed()).doesNotExist();
  }

  @Test
  void withDeleteItGoesAndLeavesALineEach() throws IOException {
    CaseSite.Run run = site.hall("purge --delete {site}", PAST_RETENTION);

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains(kept).contains("已删除 2 份，记在 deliveries/removed.csv");
    assertThat(deliveries()).isEmpty();
    assertThat(Files.readAllLines(removed()))
        .hasSize(3)
        .startsWith("sha256,received,bytes,removed,os_user")
        .anyMatch(line -> line.startsWith(kept.get(0) + ","))
        .anyMatch(line -> line.startsWith(kept.get(1) + ","));
    assertThat(site.hall("purge --delete {site}", PAST_RETENTION).out()).contains("无需清理");
    assertThat(Files.readAllLines(removed())).hasSize(3);
  }

  @Test
  void whatWasRemovedIsNotReadAgainAndEverythingElseStands() throws IOException {
    assertThat(site.hall("doctor {site}", PAST_RETENTION).out()).contains("已过保留期");
    site.hall("purge --delete {site}", PAST_RETENTION);

    assertThat(site.hall("status {site}").out()).contains("没有等待读入的文件");
    CaseSite.Run night = site.hall("nightly --date 2026-11-02 {site}");
    assertThat(night.status()).as(night.all()).isZero();
    assertThat(deliveries()).isEmpty();
    CaseSite.Run doctor = site.hall("doctor {site}", PAST_RETENTION);
    assertThat(doctor.status()).as(doctor.all()).isZero();
    assertThat(doctor.out()).doesNotContain("已过保留期");
  }

  @Test
  void nothingIsRemovedWhileARunHoldsTheStore() throws IOException {
    try (Hindrance lock = Hindrance.of("lock", site)) {
      assertThat(lock).isNotNull();
      CaseSite.Run run = site.hall("purge --delete {site}", PAST_RETENTION);

      assertThat(run.status()).as(run.all()).isEqualTo(4);
      assertThat(run.err()).contains("[store-busy]", "下一步：");
      assertThat(deliveries()).isEqualTo(kept);
    }
  }
}
