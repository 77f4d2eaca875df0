package hallmetrics.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a file from one offset up to another. */
final class FileRange extends InputStream {
  private final FileChannel channel;
  private long left;

  FileRange(Path file, long start, long end) throws IOException {
    this.channel = FileChannel.open(file).position(start);
    this.left = end - start;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left <= 0) {
      return -1;
    }
    int read = channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, left)));
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
