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

/** A small demo city in a folder, whose nights others run, with a file no gate lets in. */
final class NightCity {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final double SCALE = 0.03;

  private final Path folder;
  private final Path conf;

  /** Lays out the conf and delivers the history. */
  NightCity(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.conf = DemoConf.layOut(folder);
    new DemoCity(conf, DemoCity.SEED, DemoPlan.demo().withScale(SCALE)).deliver(inbox());
  }

  Path conf() {
    return conf;
  }

  Path store() {
    return folder.resolve("store");
  }

  private Path inbox() {
    return folder.resolve("inbox");
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

  /** The hash of the figures of October that stand in a store. */
  static String figuresHash(Path store) {
    return Editions.manifest(new Editions(store).current("2026-10").orElseThrow()).figuresHash();
  }
}
