package hallmetrics.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What "the same figures" means everywhere: SHA-256 over the rows of metrics, rankings and score,
 * each a line of its table's name and its columns in contract order without as_of, tab between,
 * null {@code \N}, doubles by {@code Double.toString}, lines sorted bytewise, UTF-8.
 */
public final class FiguresHash {
  private FiguresHash() {}

  /** The hash as 64 hex digits; the order of rows does not matter. */
  public static String of(
      List<MetricRow> metrics, List<RankingRow> rankings, List<ScoreRow> score) {
    List<byte[]> lines = new ArrayList<>();
    add(lines, "metrics", MetricRow.class, metrics);
    add(lines, "rankings", RankingRow.class, rankings);
    add(lines, "score", ScoreRow.class, score);
    lines.sort(Arrays::compareUnsigned);
    MessageDigest digest = sha256();
    for (byte[] line : lines) {
      digest.update(line);
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static <R extends Record> void add(
      List<byte[]> lines, String table, Class<R> type, List<R> rows) {
    RecordShape<R> shape = new RecordShape<>(type);
    for (R row : rows) {
      StringBuilder line = new StringBuilder(table);
      for (int i = 0; i < shape.columns().size(); i++) {
        if (!shape.columns().get(i).name().equals("as_of")) {
          line.append('\t').append(RecordShape.text(shape.value(row, i), "\\N"));
        }
      }
      lines.add(line.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
