package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default city at full scale, which carries every truth, through the front door. */
@Tag("slow")
class DemoTruthsIT {
  private static final Path JAR = Path.of("target/dist/hall.jar").toAbsolutePath();

  @Test
  void thePackFindsWhatWasPlantedAndClaimsNothingElse(@TempDir Path folder) throws Exception {
    Path demo = folder.resolve("demo");
    Path log = folder.resolve("demo.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-jar",
            JAR.toString(),
            "demo",
            "--out",
            demo.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();

    List<String> truths = Files.readAllLines(demo.resolve("truths.csv"));
    assertThat(truths.subList(1, truths.size()))
        .isNotEmpty()
        .allMatch(row -> row.startsWith("FOUND,"));
    assertThat(String.join("\n", truths))
        .contains("NAMED,bad_rate,REGION,360702,")
        .contains("NOT_RECEIVED,evaluations,HALL,H360729,")
        .contains(",NOT_RANKED,on_time_closing_rate,REGION,GXQ,")
        .contains(",kiosk/zz_20261029_1.csv,")
        .contains(",hotline/gd_20261027_1.csv,")
        .contains(",evaluation/pj_20261030_2.csv,");
  }
}
