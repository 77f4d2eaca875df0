package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.command.Terminal;
import hallmetrics.command.Verbs;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.ledger.StoreReader;
import hallmetrics.run.Workplace;
import hallmetrics.testing.TestSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** A copy of the small site in a folder: conf, inbox, store. */
record CaseSite(Path folder) {
  /** The header of a file of ratings. */
  static final String RATINGS = "评价编号,评价时间,满意度,渠道,区划,大厅,部门,留言,证件号,更新时间,姓名\n";

  static final Path CASES = Path.of("src/test/resources/cases");

  /** What a command line came to. */
  record Run(int status, String out, String err) {
    String all() {
      return err + out;
    }
  }

  private static @Nullable CaseSite decided;

  /**
   * The site after its first night, made once for all tests of this process. Never run anything on
   * it: take a copy.
   */
  static synchronized CaseSite decided() throws IOException {
    CaseSite made = decided;
    if (made == null) {
      TestSession.get();
      Path folder = Path.of("target", "case-site").toAbsolutePath();
      FileUtils.deleteDirectory(folder.toFile());
      made = lay(folder);
      Run night = made.hall("nightly --date 2026-11-02 {site}");
      if (night.status() != 0) {
        throw new IllegalStateException(night.all());
      }
      decided = made;
    }
    return made;
  }

  /** Lays out the site without a store. */
  static CaseSite lay(Path folder) throws IOException {
    copy(CASES.resolve("_site"), folder);
    Path key = Files.writeString(folder.resolve("hmac.key"), "t1:a key of the tests alone\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return new CaseSite(folder);
  }

  /** The same site with its store as it is now, elsewhere. */
  CaseSite copyTo(Path other) throws IOException {
    copy(folder, other);
    return new CaseSite(other);
  }

  /** Lays files over a part of the site (conf, inbox; empty for all of it). */
  void overlay(Path files, String part) throws IOException {
    if (Files.isDirectory(files)) {
      copy(files, folder.resolve(part));
    }
  }

  /** Takes away what an overlay brought and puts the site's own files back. */
  void restore(Path files, String part) throws IOException {
    if (Files.isDirectory(files)) {
      try (Stream<Path> all = Files.walk(files)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          Files.deleteIfExists(folder.resolve(part).resolve(files.relativize(file).toString()));
        }
      }
    }
    copy(CASES.resolve("_site"), folder);
  }

  Path store() {
    return folder.resolve("store");
  }

  /**
   * Runs a line of words in this process; {@code {site}} stands for the options that name this
   * site. A line that begins with scripts/hall goes through the launcher, under a JDK too new.
   */
  Run hall(String line) throws IOException {
    List<String> words = words(line);
    return words.get(0).equals("scripts/hall")
        ? TooNewJdk.launch(folder, words)
        : run(words.toArray(String[]::new));
  }

  /** Runs a line that must end with a status. */
  Run ends(int status, String line) throws IOException {
    Run run = hall(line);
    assertThat(run.status()).as(run.all()).isEqualTo(status);
    return run;
  }

  /** Runs a line of words in this process as if it were another time. */
  Run hall(String line, Instant at) {
    return run(Clock.fixed(at, ZoneOffset.UTC), words(line).toArray(String[]::new));
  }

  private List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.strip().split("\\s+", -1)) {
      if (word.equals("{site}")) {
        words.addAll(options());
      } else {
        words.add(word.replace("{dir}", folder.toString()));
      }
    }
    return words;
  }

  static Run run(String... words) {
    return run(Clock.systemUTC(), words);
  }

  private static Run run(Clock clock, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Verbs.run(new Terminal(new PrintStream(out), new PrintStream(err)), clock, words);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> options() {
    return Arrays.asList(
        "--conf",
        folder.resolve("conf").toString(),
        "--inbox",
        folder.resolve("inbox").toString(),
        "--store",
        store().toString());
  }

  /** How many runs were recorded. */
  int runs() {
    try (StoreReader reader = StoreReader.open(StoreLocation.local(store()))) {
      return reader.runs().size();
    }
  }

  /** Rows of the ledger of ratings, all versions. */
  long rows() {
    StoreLocation store = StoreLocation.local(store());
    Path conf = decided == null ? folder.resolve("conf") : decided.folder().resolve("conf");
    Workplace workplace = Workplace.open(conf, null, store().toString());
    try (Store open =
        Store.open(TestSession.on(store), store, workplace.site().catalogue().tables().values())) {
      return open.view().rows("evaluation").count();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
        } else {
          Files.copy(
              file,
              target,
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
