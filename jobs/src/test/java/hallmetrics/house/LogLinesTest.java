package hallmetrics.house;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One record is one line, in Beijing time, whatever stands in its message. */
class LogLinesTest {
  private static final Instant AT = Instant.parse("2026-10-31T16:30:00.250Z");

  @Test
  void aRecordIsOneLineWithZoneLevelRunAndShortLogger() throws JoranException {
    assertThat(line("text", "收到 3 个文件\n  第二行", null, Map.of("run", "n-7")))
        .isEqualTo("2026-11-01T00:30:00.250+08:00 INFO  [n-7] Ingest 收到 3 个文件 | 第二行\n");
  }

  @Test
  void tasksBearTheRunToo() throws JoranException {
    assertThat(line("text", "x", null, Map.of("mdc.run", "n-7", "mdc.taskName", "task 1")))
        .isEqualTo("2026-11-01T00:30:00.250+08:00 INFO  [n-7] Ingest x\n");
  }

  @Test
  void executorsWriteTheSameLine() throws IOException {
    assertThat(executors("text", "收到 3 个文件\n  第二行", null, Map.of("mdc.run", "n-7")))
        .isEqualTo("2026-11-01T00:30:00.250+08:00 INFO  [n-7] Ingest 收到 3 个文件 | 第二行\n");
    assertThat(executors("text", "x", null, Map.of()))
        .isEqualTo("2026-11-01T00:30:00.250+08:00 INFO  [-] Ingest x\n");
    // outside of tasks
    assertThat(launchedExecutors("text", "x", null))
        .isEqualTo("2026-11-01T00:30:00.250+08:00 INFO  [n-8@2] Ingest x\n");
  }

  @Test
  void executorsWriteTheFieldsOfTheDriversJson() throws JoranException, IOException {
    String message = "收到 \"3\"\n个";
    ObjectMapper mapper = new ObjectMapper();
    String driven = line("json", message, null, Map.of("run", "n-8@2"));
    ObjectNode driver = (ObjectNode) mapper.readTree(driven);
    assertThat(driver.remove("throwable").isNull()).as("executors leave it out").isTrue();
    String line = launchedExecutors("json", message, null);
    assertThat(line).hasLineCount(1).endsWith("\n");
    ObjectNode executor = (ObjectNode) mapper.readTree(line);
    assertThat(executor.remove("time").asText()).isEqualTo("2026-11-01T00:30:00.250+08:00");
    assertThat(executor).isEqualTo(driver);
  }

  @Test
  void executorsKeepAStackTraceInTheirJson() throws IOException {
    Throwable fault = new IllegalStateException("a\nb", new IOException("because"));
    String line = launchedExecutors("json", "x", fault);
    assertThat(line).hasLineCount(1);
    JsonNode thrown = new ObjectMapper().readTree(line).get("throwable");
    assertThat(thrown.get("className").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(thrown.get("message").asText()).isEqualTo("a\nb");
    assertThat(thrown.get("stackTrace").asText())
        .contains("at hallmetrics.house.LogLinesTest", "Caused by: java.io.IOException: because");
  }

  private static String launchedExecutors(String form, String message, @Nullable Throwable fault)
      throws IOException {
    System.setProperty("hall.launch", "n-8@2");
    try {
      return executors(form, message, fault, Map.of());
    } finally {
      System.clearProperty("hall.launch");
    }
  }

  private static String executors(
      String form, String message, @Nullable Throwable fault, Map<String, String> mdc)
      throws IOException {
    org.apache.logging.log4j.core.LoggerContext context =
        new org.apache.logging.log4j.core.LoggerContext("test");
    try (InputStream in = Files.newInputStream(Path.of("src/main/dist/log/log4j2.properties"))) {
      Configuration configuration =
          new PropertiesConfigurationFactory()
              .getConfiguration(context, new ConfigurationSource(in));
      configuration.initialize();
      Log4jLogEvent.Builder event = Log4jLogEvent.newBuilder();
      event.setLoggerName("hallmetrics.ingest.Ingest");
      event.setLevel(org.apache.logging.log4j.Level.INFO);
      event.setMessage(new SimpleMessage(message));
      event.setThrown(fault);
      event.setThreadName(Thread.currentThread().getName());
      event.setTimeMillis(AT.toEpochMilli());
      event.setContextData(new SortedArrayStringMap(mdc));
      return String.valueOf(
          configuration.getAppender(form).getLayout().toSerializable(event.build()));
    }
  }

  @Test
  void withoutARunADashStandsThere() throws JoranException {
    assertThat(line("text", "x", null, Map.of()))
        .isEqualTo("2026-11-01T00:30:00.250+08:00 INFO  [-] Ingest x\n");
  }

  @Test
  void aStackTraceStaysOnTheLine() throws JoranException {
    assertThat(line("text", "x", new IllegalStateException("a\nb"), Map.of()))
        .startsWith(
            "2026-11-01T00:30:00.250+08:00 INFO  [-] Ingest x"
                + " java.lang.IllegalStateException: a | b | at hallmetrics.house.LogLinesTest")
        .endsWith("\n")
        .hasLineCount(1);
  }

  @Test
  void jsonByChoice() throws JoranException, IOException {
    String line = line("json", "收到 \"3\"\n个", null, Map.of("run", "n-7"));
    assertThat(line).hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("timestamp").asLong()).isEqualTo(AT.toEpochMilli());
    assertThat(json.get("level").asText()).isEqualTo("INFO");
    assertThat(json.get("mdc").get("run").asText()).isEqualTo("n-7");
    assertThat(json.get("formattedMessage").asText()).isEqualTo("收到 \"3\"\n个");
  }

  private static String line(
      String form, String message, @Nullable Throwable fault, Map<String, String> mdc)
      throws JoranException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("hall.log", form);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    URL file = LogLinesTest.class.getResource("/logback.xml");
    assertThat(file).isNotNull();
    configurator.doConfigure(file);
    Logger logger = context.getLogger("hallmetrics.ingest.Ingest");
    LoggingEvent event = new LoggingEvent("", logger, Level.INFO, message, fault, null);
    event.setInstant(AT);
    event.setMDCPropertyMap(mdc);
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(form);
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
