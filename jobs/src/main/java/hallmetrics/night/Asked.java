package hallmetrics.night;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Nearest;
import hallmetrics.gate.Gate;
import hallmetrics.ingest.Found;
import hallmetrics.ingest.Unread;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.Shanghai;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a night was asked for, held against what there is. */
final class Asked {
  private static final int MOST_DAYS_AHEAD = 7;

  private Asked() {}

  /**
   * Refuses names nobody knows: a gate misspelled lets nothing pass, a source misspelled reads
   * nothing.
   *
   * @throws HallException {@code gate-unknown}, {@code source-unknown}, exit 2
   */
  static void names(NightRequest request) {
    List<String> gates = request.workplace().gates().stream().map(Gate::name).toList();
    for (String gate : new TreeSet<>(request.accepted())) {
      if (!gates.contains(gate)) {
        String sentence = "没有这道闸门：" + gate + Nearest.hint(gate, gates);
        throw of(HallException.of("gate-unknown", ExitStatus.USAGE, sentence), gates);
      }
    }
    List<String> sources = request.workplace().sources().stream().map(SourceSpec::name).toList();
    String source = request.source();
    if (source != null && !sources.contains(source)) {
      String sentence = "没有这个来源：" + source + Nearest.hint(source, sources);
      throw of(HallException.of("source-unknown", ExitStatus.USAGE, sentence), sources);
    }
  }

  private static HallException of(HallException.Builder unknown, List<String> known) {
    return unknown.english("no such name").next("可用的：" + String.join("、", known)).build();
  }

  /**
   * Refuses a day that has not come and that nothing speaks for: once decided it cannot be taken
   * back, and what follows would be judged by it. Nearly as far as the newest day decided or sent,
   * a day is taken whatever the clock of the machine says.
   *
   * @throws HallException {@code date-ahead}, exit 2
   */
  static void days(NightRequest request, Standing standing, Found found) {
    LocalDate today = Shanghai.date(request.clock().instant());
    LocalDate decided = standing.asOf();
    LocalDate day = request.day();
    if (day != null) {
      LocalDate newest = decided;
      for (Unread file : found.unread()) {
        LocalDate speaks = Shanghai.date(file.delivery().asOf());
        newest = newest == null || speaks.isAfter(newest) ? speaks : newest;
      }
      notAhead(day, newest, today, "--date " + day);
    } else {
      for (Unread file : found.unread()) {
        LocalDate speaks = Shanghai.date(file.delivery().asOf());
        notAhead(speaks, decided, today, file.delivery().name());
      }
    }
  }

  private static void notAhead(
      LocalDate day, @Nullable LocalDate newest, LocalDate today, String where) {
    if (newest != null
        && day.isAfter(today)
        && day.isAfter(Objects.requireNonNull(newest).plusDays(MOST_DAYS_AHEAD))) {
      throw HallException.of(
              "date-ahead",
              ExitStatus.USAGE,
              "日期 " + day + " 还没有到（今天 " + today + "，已有的报送和夜只到 " + newest + "），没有读入任何东西")
          .english("the day has not come, and nothing speaks for it")
          .where(where)
          .next("核对日期（年份写错了？）后重跑。")
          .build();
    }
  }
}
