package hallmetrics.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a file's encoding and proves that every byte of it decodes. */
final class Encodings {
  private static final int BUFFER = 1 << 16;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private Encodings() {}

  /**
   * An encoding as found.
   *
   * @param bom bytes of the byte order mark, 0 for none
   * @param statement how it was found, Chinese
   */
  record Found(Charset charset, int bom, String statement) {}

  private record Fault(long offset, long line) {}

  /**
   * Decodes the whole file strictly.
   *
   * @param declared utf-8, gbk, gb18030 or auto
   * @throws RefusedException undecodable, with byte offset and line
   */
  static Found of(Path file, String declared) throws IOException {
    Found marked = byMark(file);
    if (marked != null) {
      return strict(file, marked);
    }
    if (!declared.equals("auto")) {
      Charset charset = Charset.forName(declared);
      return strict(file, new Found(charset, 0, "按配置 " + charset.name()));
    }
    Fault fault = check(file, StandardCharsets.UTF_8, 0);
    if (fault == null) {
      return new Found(StandardCharsets.UTF_8, 0, "自动识别为 UTF-8");
    }
    if (check(file, GB18030, 0) == null) {
      return new Found(GB18030, 0, "自动识别为 GB18030（全文可解码，非 UTF-8）");
    }
    throw undecodable("UTF-8 或 GB18030", fault, "");
  }

  private static Found strict(Path file, Found found) throws IOException {
    Fault fault = check(file, found.charset(), found.bom());
    if (fault != null) {
      throw undecodable(found.charset().name(), fault, likely(file, found));
    }
    return found;
  }

  /** The other usual encoding, where all of the file decodes so. */
  private static String likely(Path file, Found declared) throws IOException {
    for (Charset other : List.of(StandardCharsets.UTF_8, GB18030)) {
      if (declared.bom() == 0
          && !other.equals(declared.charset())
          && check(file, other, 0) == null) {
        return "，像是 " + other.name();
      }
    }
    return "";
  }

  private static @Nullable Found byMark(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return new Found(StandardCharsets.UTF_8, 3, "按文件头标记 UTF-8");
    }
    if (starts(head, 0x84, 0x31, 0x95, 0x33)) {
      return new Found(GB18030, 4, "按文件头标记 GB18030");
    }
    if (starts(head, 0xFF, 0xFE)) {
      return new Found(StandardCharsets.UTF_16LE, 2, "按文件头标记 UTF-16LE");
    }
    return starts(head, 0xFE, 0xFF)
        ? new Found(StandardCharsets.UTF_16BE, 2, "按文件头标记 UTF-16BE")
        : null;
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static RefusedException undecodable(String charset, Fault fault, String likely) {
    return RefusedException.at(
        "undecodable",
        "字节 " + fault.offset() + "，第 " + fault.line() + " 行",
        "文件不能按 " + charset + " 解码，可能被截断或编码写错" + likely + "；请核对来源的 encoding 后重新报送。");
  }

  private static @Nullable Fault check(Path file, Charset charset, int from) throws IOException {
    CharsetDecoder decoder = decoder(charset);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer chars = CharBuffer.allocate(BUFFER);
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(from);
      boolean last = false;
      while (!last) {
        last = channel.read(bytes) < 0;
        bytes.flip();
        CoderResult result = drain(decoder, bytes, chars, last);
        if (result.isError()) {
          long offset = channel.position() - bytes.remaining();
          return new Fault(offset, lineAt(file, charset, from, offset));
        }
        bytes.compact();
      }
    }
    return null;
  }

  private static CoderResult drain(
      CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean last) {
    CoderResult result;
    do {
      chars.clear();
      result = decoder.decode(bytes, chars, last);
    } while (result.isOverflow());
    return result;
  }

  /** A decoder that reports what it cannot read instead of guessing. */
  static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static long lineAt(Path file, Charset charset, int from, long offset) throws IOException {
    long line = 1;
    try (InputStream in = new FileRange(file, from, offset);
        Reader reader = new InputStreamReader(in, charset)) {
      char[] buffer = new char[8192];
      boolean afterReturn = false;
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        for (int i = 0; i < read; i++) {
          line += buffer[i] == '\r' || (buffer[i] == '\n' && !afterReturn) ? 1 : 0;
          afterReturn = buffer[i] == '\r';
        }
      }
    }
    return line;
  }
}
