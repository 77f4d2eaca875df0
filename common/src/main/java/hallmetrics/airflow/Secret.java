package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password or token. It prints as stars, and is taken out of texts that may repeat it. */
final class Secret {
  private static final String STARS = "******";
  private static final int LEAST_HIDDEN = 4;

  private final String value;

  Secret(String value) {
    this.value = value;
  }

  /** The first line of a file. */
  static Secret ofFile(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException unreadable) {
      throw fault("读不到 Airflow 的口令或令牌文件", "the secret file cannot be read", file);
    }
    String line = text.lines().findFirst().orElse("").strip();
    // a token goes into a header line
    if (line.isEmpty() || line.chars().anyMatch(c -> c < ' ')) {
      throw fault("Airflow 的口令或令牌文件第一行是空的", "the secret file is empty", file);
    }
    return new Secret(line);
  }

  String value() {
    return value;
  }

  /** A text without this secret. */
  String hide(String text) {
    return value.length() < LEAST_HIDDEN ? text : text.replace(value, STARS);
  }

  @Override
  public String toString() {
    return STARS;
  }

  private static HallException fault(String chinese, String english, Path file) {
    return HallException.of("airflow-secret", ExitStatus.USAGE, chinese)
        .english(english)
        .where(file.toString())
        .next("把口令（或令牌）单独写在这个文件的第一行，权限 600。")
        .build();
  }
}
