package hallmetrics.value;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The secret of the pseudonyms with its public id. The text is {@code id:secret} or the secret
 * alone (then the id is made from its digest); the secret has at least 16 characters. Never
 * printed: {@link #toString} shows the id only.
 */
public final class HmacKey implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LEAST = 16;

  private final String id;
  private final byte[] secret;

  private HmacKey(String id, byte[] secret) {
    this.id = id;
    this.secret = secret;
  }

  /** Reads a key from the first line of a file. */
  public static HmacKey fromFile(Path file) {
    try {
      return of(Files.readString(file), file.toString());
    } catch (IOException unreadable) {
      throw fault("key-unreadable", "读不到密钥文件", file.toString());
    }
  }

  /** Reads a key from the value of an environment variable. */
  public static HmacKey fromVariable(String name, @Nullable String value) {
    if (value == null) {
      throw fault("key-missing", "环境变量 " + name + " 未设置", name);
    }
    return of(value, name);
  }

  private static HmacKey of(String text, String place) {
    String line = text.strip();
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon);
    boolean named = name.matches("[A-Za-z0-9_-]{1,16}");
    byte[] bytes = (named ? line.substring(colon + 1) : line).getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LEAST || line.indexOf('\n') >= 0) {
      throw fault("key-invalid", "密钥应为一行、至少 " + LEAST + " 个字符", place);
    }
    return new HmacKey(named ? name : "k" + digest(bytes).substring(0, 4), bytes);
  }

  /** The public id that begins every pseudonym. */
  public String id() {
    return id;
  }

  byte[] secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "HmacKey[" + id + "]";
  }

  private static String digest(byte[] bytes) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update("hallmetrics key id".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha256.digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static HallException fault(String code, String sentence, String place) {
    return HallException.of(code, ExitStatus.USAGE, sentence)
        .where(place)
        .next("在 site.yaml 中用 key_file 或 key_env 指明密钥，内容如 k1:至少16个随机字符。")
        .build();
  }
}
