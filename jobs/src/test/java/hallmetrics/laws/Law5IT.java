package hallmetrics.laws;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Manifest;
import hallmetrics.launch.Launch;
import hallmetrics.testing.MiniSite;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 5: the same inputs give the same figures hash and the same pages byte by byte, in another
 * time zone, locale and core count and under another launch.
 */
@Tag("slow")
class Law5IT {
  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir private Path folder;

  @Test
  void zoneLocaleAndCoresChangeNothing() throws IOException, InterruptedException {
    Manifest plain = edition("plain", javaJar(2, "zh", "CN", "Asia/Shanghai"), Map.of());
    assertSame(edition("west", javaJar(1, "tr", "TR", "America/Los_Angeles"), Map.of()), plain);
    assertSame(
        edition("east", javaJar(2, "zh", "CN", null), Map.of("TZ", "Pacific/Auckland")), plain);
  }

  @Test
  @Tag("spark-submit")
  void sparkSubmitChangesNothing() throws IOException, InterruptedException {
    Manifest plain = edition("plain", javaJar(2, "en", "US", "UTC"), Map.of());
    String submit = System.getenv("HALL_TEST_SPARK_SUBMIT");
    assertThat(submit).as("HALL_TEST_SPARK_SUBMIT: scripts/test --all sets it").isNotNull();
    Map<String, String> environment = new HashMap<>();
    environment.put("HALL_SPARK_SUBMIT", submit);
    environment.put("HALL_SPARK_ARGS", "--master local[1]");
    environment.put("HALL_HEAP", "1g");
    environment.put("TZ", "America/Los_Angeles");
    environment.put("HALL_JAVA_OPTS", "-Duser.language=tr -Duser.country=TR");
    String hall = DIST.resolve("../../../scripts/hall").normalize().toString();
    assertSame(edition("submitted", List.of(hall), environment), plain);
  }

  private static void assertSame(Manifest other, Manifest plain) {
    assertThat(other.figuresHash()).isEqualTo(plain.figuresHash());
    assertThat(files(other)).hasSizeGreaterThan(8).isEqualTo(files(plain));
  }

  /** SHA-256 of pages, CSV and conf; the rows of the tables are in the figures hash. */
  private static Map<String, String> files(Manifest edition) {
    Map<String, String> files = new TreeMap<>(edition.files());
    files.keySet().removeIf(file -> file.endsWith(".parquet"));
    return files;
  }

  private Manifest edition(String name, List<String> hall, Map<String, String> environment)
      throws IOException, InterruptedException {
    MiniSite site = new MiniSite(folder.resolve(name), "csv", "gb18030");
    Path file = site.csv("ratings_20261031_1.csv", GB18030, MiniSite.ratings(600, 5));
    run(
        hall,
        environment,
        "ingest",
        "--conf",
        site.conf().toString(),
        "--source",
        "ratings",
        file.toString());
    run(hall, environment, "publish", "--conf", site.conf().toString(), "--period", "2026-10");
    return site.manifest("2026-10");
  }

  private void run(List<String> hall, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(hall);
    command.addAll(List.of(arguments));
    Map<String, String> all = new HashMap<>(environment);
    all.put("SPARK_LOCAL_IP", "127.0.0.1");
    all.put("LC_ALL", "C.UTF-8");
    Launch run = Launch.of(folder, all, command);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
  }

  private static List<String> javaJar(
      int cores, String language, String country, @Nullable String zone) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("-XX:ActiveProcessorCount=" + cores);
    command.add("-Djava.awt.headless=true");
    command.add("-Duser.language=" + language);
    command.add("-Duser.country=" + country);
    if (zone != null) {
      command.add("-Duser.timezone=" + zone);
    }
    command.add("-jar");
    command.add(DIST.resolve("hall.jar").toString());
    return command;
  }
}
