package hallmetrics.launch;

import hallmetrics.demo.DemoCity;
import hallmetrics.demo.DemoConf;
import hallmetrics.demo.DemoPlan;
import hallmetrics.edition.Editions;
import hallmetrics.journal.NightJson;
import hallmetrics.journal.NightRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demo city at a small scale, delivered; every launch that is tested runs nights of this one.
 *
 * @param folder holds inbox and conf; a night that is not told otherwise keeps its store there too
 */
record SmallCity(Path folder, Path conf) {
  /** Business date of a night that publishes October. One file stays out, so it ends with 3. */
  static final String LAST = "2026-11-05";

  private static final double SCALE = 0.03;
  private static final Charset GB18030 = Charset.forName("GB18030");

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

  /**
   * Delivers 260 records with a channel nobody knows: the night is refused.
   *
   * @param name the file's, with its date
   * @return the file
   */
  Path deliverBroken(String name) throws IOException {
    List<String> lines =
        Files.readAllLines(inbox().resolve("evaluation/pj_20261030_1.csv"), GB18030);
    List<String> header = List.of(lines.get(0).split(",", -1));
    String row =
        lines.stream()
            .skip(1)
            .filter(line -> !line.contains("\"") && line.split(",", -1).length == header.size())
            .findFirst()
            .orElseThrow();
    List<String> broken = new ArrayList<>(List.of(lines.get(0)));
    for (int i = 0; i < 260; i++) {
      String[] cells = row.split(",", -1);
      cells[header.indexOf("评价编号")] = "X" + i;
      cells[header.indexOf("评价渠道")] = "99";
      broken.add(String.join(",", cells));
    }
    return Files.writeString(inbox().resolve(name), String.join("\r\n", broken) + "\r\n", GB18030);
  }

  /** What the nights wrote down, oldest first. */
  List<NightRecord> records() throws IOException {
    List<NightRecord> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(store().resolve("runs"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        records.add(NightJson.read(Files.readString(file)));
      }
    }
    return records;
  }

  /** The figures hash of October's newest edition. */
  static String october(Path store) {
    return Editions.manifest(new Editions(store).current("2026-10").orElseThrow()).figuresHash();
  }
}
