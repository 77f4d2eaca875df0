package hallmetrics.house;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/** Two providers on a class path would bind by chance: there is one. */
class OneLoggerTest {
  @Test
  void logbackIsTheOnlyProvider() {
    List<String> providers =
        ServiceLoader.load(SLF4JServiceProvider.class).stream()
            .map(provider -> provider.type().getSimpleName())
            .toList();
    assertThat(providers).containsExactly("LogbackServiceProvider");
    assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(LoggerContext.class);
  }
}
