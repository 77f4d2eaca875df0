package hallmetrics.record;

import hallmetrics.source.AsOf;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.Mask;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One file of a source.
 *
 * @param source the source it belongs to
 * @param name file name without folders, numbers of persons masked: as it may be stored and printed
 * @param path where it lies now
 * @param sha256 64 hex digits over its bytes: its identity
 * @param asOf the instant it speaks for
 */
public record Delivery(
    String source, String name, String path, String sha256, long bytes, Instant asOf)
    implements Serializable {

  /**
   * The instant a file speaks for: of the day given, else by its name, else by its source.
   *
   * @param given the day of {@code --as-of}, or null
   * @throws RefusedException no-as-of
   */
  public static Instant asOf(SourceSpec source, String name, @Nullable LocalDate given) {
    if (given != null) {
      return AsOf.of(given);
    }
    return AsOf.of(source, name)
        .orElseThrow(
            () ->
                RefusedException.at(
                    "no-as-of",
                    "",
                    "文件名 '"
                        + Mask.fileName(name)
                        + "' 里没有日期（来源的 as_of 规则："
                        + (source.asOfPattern() == null ? "未写" : source.asOfPattern())
                        + "），请用 --as-of 说明它是哪一天的数据。"));
  }

  /** Reads a file once for its facts. */
  public static Delivery of(String source, Path file, Instant asOf) throws IOException {
    return of(source, file, asOf, sha256(file));
  }

  /** The same of a file whose SHA-256 is known. */
  public static Delivery of(String source, Path file, Instant asOf, String sha256)
      throws IOException {
    Path name = file.getFileName();
    return new Delivery(
        source,
        name == null ? "" : Mask.fileName(name.toString()),
        file.toString(),
        sha256,
        Files.size(file),
        asOf);
  }

  /** The SHA-256 of a file's bytes in lower-case hex. */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
