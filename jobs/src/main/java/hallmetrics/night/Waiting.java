package hallmetrics.night;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Refusal;
import hallmetrics.ingest.Unread;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.run.Workplace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that was refused and stays out.
 *
 * @param command reads it now; null where no source would, or where it is not to be seen
 */
public record Waiting(DeliveryRecord refused, @Nullable String command, Now now) {

  /** What becomes of it in the next night. */
  public enum Now {
    /** It is not read again: nothing that decided changed. */
    STAYS,
    /** It is tried again: what decided changed, or the night that refused it was cut off. */
    AGAIN,
    /** Its source is another now, or its name, and its day cannot be told. */
    UNDATED,
    /** It lies in the inbox, but no source's location matches it any more. */
    UNCLAIMED,
    /** It lies in the inbox no more. */
    GONE,
    /** The inbox is not there or cannot be read. */
    UNSEEN
  }

  /** All of a store, by name. */
  public static List<Waiting> of(Workplace workplace, Standing standing, Glance glance) {
    Map<String, Waiting> lying = new HashMap<>();
    Found found = glance.found();
    Map<String, DeliveryRecord> newest = standing.newest();
    if (found != null) {
      for (Unread file : found.unread()) {
        lie(file, "", Now.AGAIN, workplace, newest, lying);
      }
      for (Unread file : found.undated()) {
        lie(file, Refusal.UNDATED.code(), Now.UNDATED, workplace, newest, lying);
      }
      for (Found.StillOut out : found.stillOut()) {
        DeliveryRecord before = out.before();
        String fault = String.valueOf(before.fault());
        String command = ByHand.command(workplace, out.source().name(), out.file(), fault);
        lying.putIfAbsent(before.sha256(), new Waiting(before, command, Now.STAYS));
      }
    }
    return newest.values().stream()
        .filter(delivery -> delivery.state() == DeliveryState.REFUSED)
        .sorted(Comparator.comparing(DeliveryRecord::name))
        .map(one -> Objects.requireNonNullElseGet(lying.get(one.sha256()), () -> of(one, glance)))
        .toList();
  }

  private static void lie(
      Unread file,
      String fault,
      Now now,
      Workplace workplace,
      Map<String, DeliveryRecord> newest,
      Map<String, Waiting> lying) {
    DeliveryRecord before = newest.get(file.delivery().sha256());
    if (before != null) {
      Path path = Path.of(file.delivery().path());
      String command = ByHand.command(workplace, file.source().name(), path, fault);
      lying.putIfAbsent(before.sha256(), new Waiting(before, command, now));
    }
  }

  private static Waiting of(DeliveryRecord refused, Glance glance) {
    if (glance.found() == null) {
      return new Waiting(refused, null, Now.UNSEEN);
    }
    boolean aside = glance.aside().contains(refused.sha256());
    return new Waiting(refused, null, aside ? Now.UNCLAIMED : Now.GONE);
  }

  /** Whether the next night tries it again. */
  public boolean again() {
    return now == Now.AGAIN;
  }

  /** What a person should do (Chinese). */
  public String next() {
    String yaml = "sources/" + refused.source() + ".yaml";
    return switch (now) {
      case STAYS -> "改好 " + yaml + " 后再跑 nightly 时自动重读；只读这一份：" + command;
      case AGAIN -> "再跑 nightly 时重读；只读这一份：" + command;
      case UNDATED -> "文件还在，但看不出截至哪一天：改名使文件名带日期，或在来源里写 as_of；只读这一份：" + command;
      case UNCLAIMED -> "文件还在报送目录里，但没有来源认领：在某个来源的 location 里写上它，或移出报送目录";
      case GONE -> "文件已不在报送目录里";
      case UNSEEN -> "报送目录不存在或读不了，看不到文件还在不在";
    };
  }
}
