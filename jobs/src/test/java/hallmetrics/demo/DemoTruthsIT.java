package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.FullDemo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The default city at full scale, which carries every truth, through the front door. */
@Tag("slow")
class DemoTruthsIT {
  @Test
  void thePackFindsWhatWasPlantedAndClaimsNothingElse() throws Exception {
    Path demo = FullDemo.folder();
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
