package hallmetrics.command;

import hallmetrics.journal.NightJson;
import hallmetrics.journal.NightRecord;
import hallmetrics.journal.Outcome;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.night.Waiting;
import hallmetrics.status.DayStatus;
import hallmetrics.status.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands, for a person in the morning. */
final class StatusPrint {
  private static final int SHOWN = 10;
  private static final Map<String, String> KINDS =
      Map.of(
          "day", "日版", "month", "月版", "quarter", "季版", "year", "年版", "week", "周版", "ytd", "年累计",
          "range", "区间");

  private StatusPrint() {}

  static List<String> lines(Status status) {
    List<String> lines = new ArrayList<>();
    if (!status.begun()) {
      lines.add("还没有数据仓：" + status.store() + "；运行 hall nightly 建立。 There is no store yet.");
    } else {
      lines.add("数据仓 " + status.store() + "：" + decided(status));
    }
    lines.add(status.running() == null ? "现在没有运行占用。" : "正在运行：" + status.running());
    nights(status, lines);
    stretches("没有发布的业务日 " + days(status.unpublished()) + " 个，从最早的起补", status.unpublished(), lines);
    stretches(
        "已经发布、最近一次重跑没有成功的业务日 " + days(status.unrepeated()) + " 个", status.unrepeated(), lines);
    status
        .editions()
        .forEach(
            kind ->
                lines.add(
                    KINDS.getOrDefault(kind.kind(), kind.kind())
                        + " "
                        + kind.periods()
                        + " 期，最新 "
                        + kind.newest()
                        + " 第"
                        + kind.edition()
                        + "版"));
    missing(status.missing(), lines);
    some("退回后还没有读入的文件", status.waiting().stream().map(StatusPrint::waiting).toList(), lines);
    some("报送目录里没有来源认领、不会读的", status.unclaimed(), lines);
    if (!status.unclaimed().isEmpty()) {
      lines.add("  下一步：在某个来源的 location 里写上它，或移出报送目录。");
    }
    if (!status.years().isEmpty()) {
      lines.add("工作日历缺 " + status.years() + " 年，期限按周末推算：补 registers/calendar.csv。");
    }
    next(status.next(), lines);
    return lines;
  }

  /** Decided is not yet published. */
  private static String decided(Status status) {
    LocalDate last = status.lastNight();
    if (last == null) {
      return "还没有定案的夜";
    }
    boolean lacks = status.unpublished().stream().anyMatch(one -> one.has(last));
    return "已定案到 " + last + (status.publishing() ? "（日版还没有发布，那一晚正在运行）" : lacks ? "（日版没有发布完）" : "");
  }

  private static int days(List<Status.Stretch> stretches) {
    return stretches.stream().mapToInt(Status.Stretch::days).sum();
  }

  private static void stretches(String head, List<Status.Stretch> all, List<String> lines) {
    if (all.isEmpty()) {
      return;
    }
    lines.add(head + "：");
    Set<String> said = new HashSet<>();
    for (Status.Stretch one : all.subList(0, Math.min(SHOWN, all.size()))) {
      lines.add(
          "  " + one.from() + (one.days() == 1 ? "" : " 至 " + one.to()) + "（" + one.words() + "）");
      // dates of no outcome are all run the way the first of their kind is
      if (one.outcome() != null || said.add(one.words())) {
        lines.add("    下一步：" + one.next());
      }
    }
    if (all.size() > SHOWN) {
      lines.add("  …… 另有 " + (all.size() - SHOWN) + " 段，见 --format json");
    }
  }

  private static String waiting(Waiting file) {
    DeliveryRecord refused = file.refused();
    return refused.name()
        + "（"
        + refused.source()
        + "）["
        + refused.fault()
        + "]\n    下一步："
        + file.next();
  }

  private static void nights(Status status, List<String> lines) {
    if (!status.nights().isEmpty()) {
      List<String> head = List.of("业务日", "结果", "结束", "用时秒", "读入文件", "退回文件", "版次", "缘由");
      lines.addAll(Columns.lines(head, status.nights().stream().map(StatusPrint::cells).toList()));
    }
    if (status.unrecorded() != null) {
      lines.add("运行 " + status.unrecorded() + " 已定案而没有运行记录：旧版本程序所跑，或定案后被中断。");
    }
  }

  private static List<String> cells(NightRecord night) {
    return List.of(
        night.businessDate() == null ? night.verb() : night.businessDate().toString(),
        night.outcome().label(),
        minute(night.ended()),
        String.format(Locale.ROOT, "%.1f", night.seconds()),
        Long.toString(night.files(NightRecord.FileState.READ)),
        Long.toString(night.files(NightRecord.FileState.REFUSED)),
        String.join(
            "、",
            night.editions().stream()
                .map(one -> one.period() + " 第" + one.edition() + "版")
                .toList()),
        Objects.requireNonNullElse(night.cause(), ""));
  }

  private static void missing(Status.@Nullable Missing missing, List<String> lines) {
    if (missing == null) {
      lines.add("未接收：还没有一晚算过。");
    } else if (missing.silent().isEmpty()) {
      lines.add("未接收：没有（截至 " + missing.asOf() + "）");
    } else {
      some(
          "未接收（截至 " + missing.asOf() + "）",
          missing.silent().stream()
              .map(
                  one ->
                      one.title()
                          + (one.name().isEmpty() ? "" : " " + one.name())
                          + "：自 "
                          + one.since()
                          + " 起 "
                          + one.days()
                          + " 个应到日")
              .toList(),
          lines);
    }
  }

  private static void next(Status.NextNight next, List<String> lines) {
    lines.add(
        "下一晚：业务日 "
            + next.date()
            + first(next)
            + (next.closes().isEmpty() ? "" : "，并发布 " + String.join("、", next.closes())));
    if (next.files() == null) {
      lines.add("报送目录不存在或不可读（" + next.fault() + "）。");
    } else if (next.files().isEmpty()) {
      lines.add("没有等待读入的文件。");
    } else {
      some("等待读入的文件", next.files(), lines);
    }
    if (next.later() > 0) {
      lines.add("另有 " + next.later() + " 份属于更晚的日期。");
    }
  }

  /** Why a first night is proposed for its date. */
  private static String first(Status.NextNight next) {
    if (next.oldest() == null) {
      return "";
    }
    return next.oldest().equals(next.date())
        ? "（第一晚；报送目录里的文件属于这一天）"
        : "（第一晚；报送目录里的文件从 " + next.oldest() + " 起，到这一天为止的一晚全部读完）";
  }

  private static void some(String what, List<String> all, List<String> lines) {
    if (!all.isEmpty()) {
      lines.add(what + " " + all.size() + " 项：");
      all.stream().limit(SHOWN).forEach(one -> lines.add("  " + one));
      if (all.size() > SHOWN) {
        lines.add("  …… 另有 " + (all.size() - SHOWN) + " 项，见 --format json");
      }
    }
  }

  /** What readers see comes first: an attempt that failed later takes no edition away. */
  private static String standing(DayStatus day) {
    NightRecord night = day.night();
    String last = night == null ? "还没有跑过" : night.outcome().label();
    if (day.edition() == 0) {
      return last;
    }
    String stands = "已发布，第" + day.edition() + "版有效";
    if (night == null || night.outcome() == Outcome.NOTHING_NEW) {
      return stands;
    }
    return night.outcome().published()
        ? last + "，第" + day.edition() + "版有效"
        : stands + "；最近一次运行（" + minute(night.ended()) + "）：" + last;
  }

  private static String minute(Instant at) {
    return NightJson.time(at).substring(0, 16).replace('T', ' ');
  }

  static List<String> lines(DayStatus day) {
    List<String> lines = new ArrayList<>();
    NightRecord night = day.night();
    lines.add("业务日 " + day.date() + "：" + standing(day));
    if (night != null) {
      lines.addAll(night.lines());
    }
    day.deliveries().forEach(one -> lines.add((one.arrived() ? "已到  " : "未到  ") + one.title()));
    if (day.deliveriesBy() != null) {
      lines.add("等到 " + NightJson.time(day.deliveriesBy()));
    }
    return lines;
  }
}
