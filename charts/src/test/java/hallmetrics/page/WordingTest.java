package hallmetrics.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.Unit;
import hallmetrics.plot.Assurance;
import hallmetrics.theme.FontGuard;
import hallmetrics.time.Grain;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static Properties messages() throws IOException {
    Properties messages = new Properties();
    try (InputStream stream =
        Objects.requireNonNull(Wording.class.getResourceAsStream("messages_zh.properties"))) {
      messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return messages;
  }

  @Test
  void noFigureIsTypedInATemplate() throws IOException {
    messages()
        .forEach((key, text) -> assertThat((String) text).as((String) key).doesNotMatch(".*\\d.*"));
  }

  @Test
  void templatesUseFullWidthMarks() throws IOException {
    messages()
        .forEach(
            (key, text) ->
                assertThat((String) text).as((String) key).doesNotContain("(", ")", ",", ";", ":"));
  }

  @Test
  void everyCharacterHasAGlyph() throws IOException {
    FontGuard guard = new FontGuard();
    messages().values().forEach(text -> guard.check((String) text));
    assertThat(guard.missing()).isEmpty();
  }

  @Test
  void everyUnitGrainAndVerdictHasItsWords() {
    for (Unit unit : Unit.values()) {
      assertThat(Wording.of("unit." + unit, "value", "9")).contains("9");
      assertThat(Wording.of("measure." + unit, "metric", "差评率")).contains("差评率");
      assertThat(Wording.find("tile." + unit, "missing")).isNotEqualTo("missing");
    }
    for (Grain grain : Grain.values()) {
      assertThat(Wording.of("cover.quiet." + grain)).endsWith("无异常变化。");
    }
    for (Assurance assurance : Assurance.values()) {
      assertThat(Wording.of("assurance." + assurance)).isNotEmpty();
    }
    for (Metric.Better better : Metric.Better.values()) {
      assertThat(Wording.of("target." + better, "value", "9")).contains("9");
    }
  }

  @Test
  void aTemplateWithoutAValueIsAnError() {
    assertThatThrownBy(() -> Wording.of("month"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{month}");
  }
}
