package hallmetrics.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What this program calls itself in run records, manifests and on pages. */
public final class Software {
  /** The version, as the build knows it. */
  public static final String VERSION = version();

  /** Name and version. */
  public static final String NAME = "hallmetrics " + VERSION;

  private Software() {}

  private static String version() {
    try (InputStream in = Software.class.getResourceAsStream("/version.txt")) {
      if (in == null) {
        throw new IllegalStateException("version.txt is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
