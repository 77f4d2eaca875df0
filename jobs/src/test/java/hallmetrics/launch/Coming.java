package hallmetrics.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Waiting for a server of several processes to come up. */
final class Coming {
  private Coming() {}

  /**
   * Returns when an address answers with some words; throws when it does not in time, or when one
   * of the processes ends, which will not come up any more.
   *
   * @param parts the processes by name; what each says stands in {@code <name>.log} of the folder
   */
  static void up(
      String address, String words, Duration limit, Map<String, Process> parts, Path folder)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build();
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + limit.toNanos();
    String last = "";
    while (System.nanoTime() < end) {
      try {
        last = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (last.contains(words)) {
          return;
        }
      } catch (IOException notYet) {
        last = notYet.toString();
      }
      for (Map.Entry<String, Process> part : parts.entrySet()) {
        if (part.getValue().waitFor(300, TimeUnit.MILLISECONDS)) {
          String log = Files.readString(folder.resolve(part.getKey() + ".log"));
          throw new IOException(part.getKey() + " ended: " + log);
        }
      }
    }
    throw new IOException(address + " is not up after " + limit + ": " + last);
  }
}
