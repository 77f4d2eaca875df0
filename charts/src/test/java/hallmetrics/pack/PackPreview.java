package hallmetrics.pack;

import java.nio.file.Path;
import java.util.Map;

/** Writes sample packs to look at: {@code PackPreview DIR}. */
final class PackPreview {
  private PackPreview() {}

  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    for (Map.Entry<String, SampleCity> city : StressTest.cities().entrySet()) {
      PackMaker.make(city.getValue().input(), out.resolve(city.getKey().replace(' ', '-')));
    }
  }
}
