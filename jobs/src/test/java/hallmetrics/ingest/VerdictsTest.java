package hallmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** What a task found out reaches the driver as it is. */
class VerdictsTest {
  @Test
  void aRecordThatMovedMonthsIsCarriedToo() throws IOException, ClassNotFoundException {
    Entry latest =
        new Entry(
            1, -9, 5, 1793239208000000L, 1793203200000002L, 7, 10, -2, 24320, Entry.Kind.KEYED);
    Verdicts found = new Verdicts();
    found.tombstone(24321, latest);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(found);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((Verdicts) in.readObject()).tombstones())
          .containsExactly(new Verdicts.Tombstone(24321, latest));
    }
  }
}
