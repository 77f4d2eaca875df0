package hallmetrics.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The demo's configuration, carried in the jar and laid out where the demo is to live. */
public final class DemoConf {
  private static final String DEMO = "/demo-conf/";
  private static final String REALISTIC = "/demo-conf-realistic/";
  private static final int KEY_BYTES = 32;

  /** Every file of conf/demo; a test compares it with the folder. */
  static final List<String> FILES =
      List.of(
          "README.md",
          "registers/hall.csv",
          "registers/item.csv",
          "registers/org.csv",
          "registers/region.csv",
          "registers/window.csv",
          "site.yaml",
          "sources/approval-case.yaml",
          "sources/assistance.yaml",
          "sources/city-evaluation.yaml",
          "sources/hotline-leg.yaml",
          "sources/hotline-ticket.yaml",
          "sources/kiosk-evaluation.yaml",
          "sources/online-message.yaml",
          "sources/paper-evaluation.yaml",
          "sources/rectification.yaml",
          "sources/unresolved-case.yaml",
          "targets.csv");

  /** What conf/realistic says differently. */
  static final List<String> REALISTIC_FILES = List.of("README.md", "site.yaml", "targets.csv");

  private DemoConf() {}

  /**
   * Writes the configuration of the demo city into {@code out/conf} and a random key into {@code
   * out/hmac.key} that only its owner can read; an existing key is kept, so that a repeated demo
   * knows its persons again. Inbox and store of this configuration are {@code out/inbox} and {@code
   * out/store}.
   *
   * @return the conf folder
   * @throws UncheckedIOException if a file cannot be written
   */
  public static Path layOut(Path out) {
    Path conf = out.resolve("conf");
    try {
      copy(DEMO, FILES, conf);
      key(out.resolve("hmac.key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return conf;
  }

  /** As {@link #layOut}, for the city with a realistic rate of bad ratings. */
  public static Path layOutRealistic(Path out) {
    Path conf = layOut(out);
    try {
      copy(REALISTIC, REALISTIC_FILES, conf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return conf;
  }

  private static void copy(String root, List<String> files, Path conf) throws IOException {
    for (String file : files) {
      Path target = conf.resolve(file);
      Files.createDirectories(target.getParent());
      try (InputStream in = DemoConf.class.getResourceAsStream(root + file)) {
        if (in == null) {
          throw new IllegalStateException("the jar lacks " + root + file);
        }
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void key(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String line = "demo:" + HexFormat.of().formatHex(secret) + "\n";
    Files.write(file, line.getBytes(StandardCharsets.UTF_8));
  }
}
