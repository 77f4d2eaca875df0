package hallmetrics.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the verbs of Airflow: an Airflow in memory and somebody who types. */
abstract class AtTheDesk {
  @TempDir Path folder;
  final FakeAirflow airflow;
  AirflowDesk desk;

  AtTheDesk() {
    try {
      airflow = new FakeAirflow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @BeforeEach
  void aDesk() throws IOException {
    desk = new AirflowDesk(airflow, folder);
  }

  @AfterEach
  void close() {
    airflow.close();
  }
}
