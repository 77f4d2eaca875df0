package hallmetrics.night;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Unread;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.run.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that was refused and stays out.
 *
 * @param command reads it now; null where it lies in the inbox no more
 * @param again whether the next night tries it again, since what decided changed
 */
public record Waiting(DeliveryRecord refused, @Nullable String command, boolean again) {

  /** All of a store, by name; without an inbox none has a command. */
  public static List<Waiting> of(Workplace workplace, Standing standing, Clock clock) {
    List<DeliveryRecord> refused =
        standing.newest().values().stream()
            .filter(delivery -> delivery.state() == DeliveryState.REFUSED)
            .sorted(Comparator.comparing(DeliveryRecord::name))
            .toList();
    if (refused.isEmpty() || !Files.isDirectory(workplace.inbox())) {
      return refused.stream().map(one -> new Waiting(one, null, false)).toList();
    }
    Found found = Looking.at(workplace, standing, clock, Looking.ANY_DAY);
    Map<String, String> stay = new HashMap<>();
    found
        .stillOut()
        .forEach(
            out -> {
              DeliveryRecord before = out.before();
              String command =
                  ByHand.command(
                      workplace, out.source().name(), out.file(), String.valueOf(before.fault()));
              stay.putIfAbsent(before.sha256(), command);
            });
    Map<String, String> again = new HashMap<>();
    for (Unread file : found.unread()) {
      Path path = Path.of(file.delivery().path());
      again.put(
          file.delivery().sha256(), ByHand.command(workplace, file.source().name(), path, ""));
    }
    return refused.stream()
        .map(
            one ->
                again.containsKey(one.sha256())
                    ? new Waiting(one, again.get(one.sha256()), true)
                    : new Waiting(one, stay.get(one.sha256()), false))
        .toList();
  }

  /** What a person should do (Chinese). */
  public String next() {
    if (again) {
      return "来源配置或文件名已改，再跑 nightly 时重读；只读这一份：" + command;
    }
    return command == null
        ? "文件已不在报送目录里"
        : "改好 sources/" + refused.source() + ".yaml 后再跑 nightly 时自动重读；只读这一份：" + command;
  }
}
