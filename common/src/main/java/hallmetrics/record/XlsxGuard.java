package hallmetrics.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An entry of an archive inflated under guard: not beyond a size, not at the ratio of a bomb, and
 * exactly the bytes the archive recorded.
 */
final class XlsxGuard extends FilterInputStream {
  private static final long FREE = 32L << 20;
  private static final long MOST_RATIO = 100;

  private final ZipEntry entry;
  private final long limit;
  private final CRC32 crc = new CRC32();
  private long count;

  private XlsxGuard(InputStream in, ZipEntry entry, long limit) {
    super(in);
    this.entry = entry;
    this.limit = limit;
  }

  static XlsxGuard open(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    return new XlsxGuard(zip.getInputStream(entry), entry, limit);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read > 0) {
      crc.update(into, offset, read);
      count += read;
      if (count > limit || bomb()) {
        throw damaged("展开后过大（" + (count >> 20) + " MB），疑似压缩炸弹");
      }
    }
    return read;
  }

  private boolean bomb() {
    return count > FREE && count / Math.max(1, entry.getCompressedSize()) > MOST_RATIO;
  }

  /** The same bytes for a parser that closes what it has read; this guard stays open. */
  InputStream lent() {
    return new FilterInputStream(this) {
      @Override
      public void close() {
        // the guard still has to compare what follows
      }
    };
  }

  /** Reads the rest and compares size and checksum with what the archive recorded. */
  void finish() throws IOException {
    byte[] rest = new byte[1 << 16];
    int read = read(rest, 0, rest.length);
    while (read >= 0) {
      read = read(rest, 0, rest.length);
    }
    boolean sizeDiffers = entry.getSize() >= 0 && entry.getSize() != count;
    if (sizeDiffers || (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue())) {
      throw damaged("内容与压缩包记录的校验不符");
    }
  }

  private RefusedException damaged(String what) {
    return damaged(entry.getName(), what);
  }

  static RefusedException damaged(String part, String what) {
    return RefusedException.at("damaged-archive", part, "工作簿的 " + part + " " + what + "。");
  }
}
