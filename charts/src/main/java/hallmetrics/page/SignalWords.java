package hallmetrics.page;

import hallmetrics.statistics.Xmr;
import java.util.List;

/** The signal of a month in words. */
final class SignalWords {
  private SignalWords() {}

  /**
   * What the month's point says. Of a run only its newest month speaks, with the length of the run;
   * empty for ordinary variation.
   */
  static String of(Series series, int index) {
    Xmr.Point point = series.months().get(index).point();
    if (point == null || point.direction() == null) {
      return "";
    }
    boolean up = point.direction() == Xmr.Direction.UP;
    return switch (point.rule()) {
      case OUTSIDE -> Wording.of(up ? "signal.outside.up" : "signal.outside.down");
      case TREND_OF_SEVEN -> run(series, index, up ? "signal.trend.up" : "signal.trend.down");
      case SEVEN_ON_A_SIDE -> run(series, index, up ? "signal.side.up" : "signal.side.down");
      case TWO_OF_THREE -> Wording.of(up ? "signal.near.up" : "signal.near.down");
      case NONE, TOO_SHORT -> "";
    };
  }

  private static String run(Series series, int index, String key) {
    List<Series.Month> months = series.months();
    Xmr.Point point = months.get(index).point();
    if (point == null || (index + 1 < months.size() && goesOn(point, months.get(index + 1)))) {
      return "";
    }
    boolean trend = point.rule() == Xmr.Rule.TREND_OF_SEVEN;
    int length = 1;
    for (int i = index - 1; i >= 0 && holds(months, i, point, trend); i--) {
      length++;
    }
    return Wording.of(key, "count", Figures.plain(length));
  }

  private static boolean goesOn(Xmr.Point point, Series.Month next) {
    Xmr.Point other = next.point();
    return other != null && other.rule() == point.rule() && other.direction() == point.direction();
  }

  private static boolean holds(List<Series.Month> months, int index, Xmr.Point end, boolean trend) {
    Xmr.Point point = months.get(index).point();
    Xmr.Point next = months.get(index + 1).point();
    if (point == null || next == null) {
      return false;
    }
    boolean up = end.direction() == Xmr.Direction.UP;
    if (trend) {
      return up ? next.value() > point.value() : next.value() < point.value();
    }
    return up ? point.value() > point.mean() : point.value() < point.mean();
  }
}
