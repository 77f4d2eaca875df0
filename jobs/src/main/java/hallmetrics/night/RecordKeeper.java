package hallmetrics.night;

import hallmetrics.journal.Gauges;
import hallmetrics.journal.Journal;
import hallmetrics.journal.NightRecord;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.ledger.StoreReader;
import hallmetrics.run.Endings;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a night's record into its store. What goes wrong there changes nothing of the night. */
final class RecordKeeper {
  private RecordKeeper() {}

  /**
   * Keeps a record; a folder that is no store yet is left alone.
   *
   * @return a line for a person where it could not be kept
   */
  static Optional<String> keep(StoreLocation store, NightRecord record) {
    try {
      if (!store.remote() && StoreReader.exists(store)) {
        Journal journal = new Journal(store.folder());
        journal.add(record);
        Gauges.write(journal, record);
      }
      return Optional.empty();
    } catch (IOException | RuntimeException broken) {
      // asked for here and not in a field: a night with nothing new starts no logging
      Logger log = LoggerFactory.getLogger(RecordKeeper.class);
      log.error("the record of the night was not kept: {}", broken.toString());
      log.debug("why", broken);
      String why = Endings.of(broken).code();
      return Optional.of(
          "本晚的运行记录没有写成 [" + why + "]，本晚结果不受影响。 The record of this night was not kept.");
    }
  }
}
