package hallmetrics.pack;

import java.nio.file.Path;

/** Writes sample packs to look at: {@code PackPreview DIR}. */
final class PackPreview {
  private PackPreview() {}

  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    PackMaker.make(new SampleCity().second().input(), out.resolve("usual"));
    PackMaker.make(new SampleCity().months(8).input(), out.resolve("short"));
    PackMaker.make(new SampleCity().newest(1.6).input(), out.resolve("worse"));
  }
}
