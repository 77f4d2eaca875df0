package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Assurance;
import hallmetrics.plot.Judgement;
import hallmetrics.statistics.Better;
import hallmetrics.statistics.Xmr;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From signals to what they mean for a metric that has a better end. */
final class Verdicts {
  private Verdicts() {}

  /** Whether the period's point lies outside its limits, as the row says. */
  static boolean outside(MetricRow row) {
    return row.signal().equals(Xmr.Signal.OUTSIDE.name());
  }

  /** Whether a ratio rests on too little to be printed as one: then k of n speak for themselves. */
  static boolean small(MetricRow row) {
    MetricKind kind = MetricKind.valueOf(row.kind());
    boolean ratio = kind == MetricKind.PROPORTION || kind == MetricKind.RATE;
    return ratio && row.value() != null && !row.sufficient();
  }

  /** Whether the row's month, when over, was held against the limits of the months before it. */
  static boolean judged(MetricRow row) {
    return row.value() != null
        && !small(row)
        && row.grain().equals(Grain.MONTH.name())
        && !row.signal().equals(Xmr.Signal.TOO_SHORT.name())
        && !Period.parse(row.period()).last().isAfter(LocalDate.parse(row.asOf()));
  }

  /** What the signal of a row says. */
  static Judgement of(MetricRow row, Metric metric) {
    boolean quiet = row.signal().equals("NONE") || row.signal().equals("TOO_SHORT");
    return quiet || small(row) || row.direction() == null
        ? Judgement.COMMON
        : judge(row.direction().equals("UP"), metric.better());
  }

  /** What the signal of a point says. */
  static Judgement of(Xmr.Point point, Metric metric) {
    return point.direction() == null
        ? Judgement.COMMON
        : judge(point.direction() == Xmr.Direction.UP, metric.better());
  }

  /** What being named says. */
  static Judgement of(RankingRow row) {
    if (row.named() == null) {
      return Judgement.COMMON;
    }
    return row.named().equals("BEST") ? Judgement.IMPROVE : Judgement.CONCERN;
  }

  /** Whether a target is met whatever chance does; null when nothing can be said. */
  static @Nullable Assurance assurance(
      Xmr.@Nullable Point point, @Nullable Double target, Metric metric) {
    if (point == null
        || target == null
        || point.rule() == Xmr.Rule.TOO_SHORT
        || metric.better() == Metric.Better.NONE) {
      return null;
    }
    Better better = metric.better() == Metric.Better.HIGHER ? Better.HIGHER : Better.LOWER;
    return switch (point.assurance(target, better)) {
      case PASS -> Assurance.PASS;
      case FAIL -> Assurance.FAIL;
      case HIT_AND_MISS -> Assurance.HIT_AND_MISS;
    };
  }

  private static Judgement judge(boolean up, Metric.Better better) {
    return switch (better) {
      case NONE -> Judgement.NOTABLE;
      case HIGHER -> up ? Judgement.IMPROVE : Judgement.CONCERN;
      case LOWER -> up ? Judgement.CONCERN : Judgement.IMPROVE;
    };
  }
}
