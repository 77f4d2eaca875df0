package hallmetrics.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the rows of a CSV text; remarks, empty lines and line ends do not matter. */
final class TextPrint {
  private TextPrint() {}

  static String of(String text) {
    List<String> rows =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
