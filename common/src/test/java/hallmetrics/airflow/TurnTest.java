package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who trigger take turns, and nobody waits for one for ever. */
class TurnTest {
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");
  private static final Duration TIME = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private final TestPace pace = new TestPace();

  private Turn take(Path where) {
    return Turn.take(where, ADDRESS, pace.pace(), pace.instant().plus(TIME));
  }

  @Test
  void oneAfterTheOther() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Boolean> client =
        () -> {
          try (Turn turn = take(folder)) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.yield();
            inside.decrementAndGet();
            return turn != null;
          }
        };
    ExecutorService clients = Executors.newFixedThreadPool(20);
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(client);
    }
    assertThat(clients.invokeAll(all)).hasSize(20);
    clients.shutdown();
    assertThat(most).hasValue(1);
  }

  @Test
  void anotherProcessThatHoldsItForLongIsNotWaitedForToTheEnd() throws IOException {
    take(folder).close();
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    try (FileChannel held = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertThat(held.lock().isValid()).isTrue();
      take(folder).close();
      assertThat(Duration.between(TestPace.START, pace.instant()))
          .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
    }
    pace.waits.clear();
    take(folder).close();
    assertThat(pace.waits).isEmpty();
  }

  @Test
  void withoutAFileItGoesOn() {
    take(folder.resolve("not-there")).close();
    take(folder).close();

    assertThat(pace.waits).isEmpty();
  }
}
