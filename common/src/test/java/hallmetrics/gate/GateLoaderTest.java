package hallmetrics.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.fault.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateLoaderTest {
  @TempDir Path conf;

  @Test
  void theBuiltInGatesSpeakFromTheirLeastOnAndAboveTheirShare() {
    List<Gate> gates = GateLoader.load(conf, new Problems());

    assertThat(gates).extracting(Gate::name).containsExactly("inverted-scale", "share-rejected");
    assertThat(gates.get(0).refuses(29, 29)).isFalse();
    assertThat(gates.get(0).refuses(30, 6)).isFalse();
    assertThat(gates.get(0).refuses(30, 7)).isTrue();
    assertThat(gates.get(1).level()).isEqualTo(Gate.Level.NIGHT);
    assertThat(gates.get(1).refuses(200, 11)).isTrue();
  }

  @Test
  void aSiteReplacesAGateByNameAndLearnsItsTypingErrors() throws IOException {
    Files.writeString(
        conf.resolve("gates.yaml"),
        """
        gates:
          share-rejected: {title: 退回, level: nihgt, counts: rejected, above: ten, nxt: 看}
        """);
    Problems problems = new Problems();

    List<Gate> gates = GateLoader.load(conf, problems);

    assertThat(gates).hasSize(2);
    assertThat(problems.list())
        .extracting(Object::toString)
        .anyMatch(text -> text.contains("gates.yaml:2") && text.contains("'next'"))
        .anyMatch(text -> text.contains("'nihgt'") && text.contains("night"))
        .anyMatch(text -> text.contains("'ten'"));
  }
}
