package hallmetrics.launch;

import hallmetrics.demo.DemoCity;
import hallmetrics.demo.DemoConf;
import hallmetrics.demo.DemoPlan;
import hallmetrics.edition.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The demo city at a small scale, delivered; every launch that is tested runs nights of this one.
 *
 * @param folder holds inbox and conf; a night that is not told otherwise keeps its store there too
 */
record SmallCity(Path folder, Path conf) {
  /** Business date of a night that publishes October. One file stays out, so it ends with 3. */
  static final String LAST = "2026-11-05";

  private static final double SCALE = 0.03;

  /** Delivers it into a new folder. */
  static SmallCity deliver(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path conf = DemoConf.layOut(folder);
    DemoPlan plan = DemoPlan.demo().withScale(SCALE);
    new DemoCity(conf, DemoCity.SEED, plan).deliver(folder.resolve("inbox"));
    return new SmallCity(folder, conf);
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  Path store() {
    return folder.resolve("store");
  }

  /** The command that reads everything up to the last date into a store of its own. */
  List<String> nightly(Path store) {
    return List.of(
        "nightly", "--conf", conf.toString(), "--store", store.toString(), "--date", LAST);
  }

  /** The figures hash of October's newest edition. */
  static String october(Path store) {
    return Editions.manifest(new Editions(store).current("2026-10").orElseThrow()).figuresHash();
  }
}
