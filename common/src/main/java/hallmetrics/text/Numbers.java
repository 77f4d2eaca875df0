package hallmetrics.text;

import hallmetrics.catalogue.Unit;
import hallmetrics.statistics.Ranks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints figures. Half is rounded up from the exact fraction; a share is never printed as 100 %
 * when something is missing from it nor as 0 % when something is in it; what is absent prints as a
 * dash.
 */
public final class Numbers {
  /** What an absent figure prints as. */
  public static final String ABSENT = "—";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_DECIMALS = 8;
  private static final BigDecimal LAKH = BigDecimal.valueOf(100_000);

  private Numbers() {}

  /** A whole number with thousands commas. */
  public static String count(long n) {
    return grouped(BigDecimal.valueOf(n));
  }

  /** k of n as a percentage with two decimals; a dash when n is 0. */
  public static String percent(long k, long n) {
    return percent(k, n, 2);
  }

  /** k of n as a percentage with the given decimals; a dash when n is 0. */
  public static String percent(long k, long n, int decimals) {
    return percent(BigDecimal.valueOf(k), BigDecimal.valueOf(n), decimals);
  }

  private static String percent(BigDecimal k, BigDecimal n, int decimals) {
    return n.signum() == 0 ? ABSENT : grouped(share(k, n, HUNDRED, decimals)) + "%";
  }

  /** k of n per 100,000 with one decimal; a dash when n is 0. */
  public static String per100k(long k, long n) {
    return per100k(BigDecimal.valueOf(k), BigDecimal.valueOf(n));
  }

  private static String per100k(BigDecimal k, BigDecimal n) {
    return n.signum() == 0 ? ABSENT : grouped(share(k, n, LAKH, 1));
  }

  /** A share that is already divided, as a percentage with two decimals; a dash for null. */
  public static String percent(@Nullable Double share) {
    return share == null ? ABSENT : grouped(scaled(exact(share), HUNDRED, 2)) + "%";
  }

  /** A share that is already divided, per 100,000 with one decimal; a dash for null. */
  public static String per100k(@Nullable Double share) {
    return share == null ? ABSENT : grouped(scaled(exact(share), LAKH, 1));
  }

  /** A decimal with the given decimals and thousands commas; a dash for null. */
  public static String decimal(@Nullable Double value, int decimals) {
    return value == null ? ABSENT : grouped(scaled(exact(value), BigDecimal.ONE, decimals));
  }

  /** k/n as tables show it: both with commas; a dash for an absent one. */
  public static String fraction(@Nullable Double k, @Nullable Double n) {
    return plain(k) + "/" + plain(n);
  }

  /** A number with as many decimals as it has, at most six; a dash for null. */
  public static String plain(@Nullable Double value) {
    if (value == null) {
      return ABSENT;
    }
    BigDecimal exact = scaled(exact(value), BigDecimal.ONE, 6).stripTrailingZeros();
    return grouped(exact.scale() < 0 ? exact.setScale(0) : exact);
  }

  /**
   * A figure by its unit, from its exact numerator and denominator where it has both: percent with
   * two decimals, per 100,000 with one, points with two; days and minutes with one and plain
   * numbers with two, unless they are whole.
   *
   * @param value numerator/denominator, or the figure itself where there is no denominator
   */
  public static String figure(
      Unit unit, @Nullable Double numerator, @Nullable Double denominator, @Nullable Double value) {
    return figure(unit, numerator, denominator, value, decimals(unit));
  }

  /** The same with the given decimals, see {@link #decimals(Unit, List)}. */
  public static String figure(
      Unit unit,
      @Nullable Double numerator,
      @Nullable Double denominator,
      @Nullable Double value,
      int decimals) {
    BigDecimal scale = unit == Unit.PERCENT ? HUNDRED : unit == Unit.PER_100K ? LAKH : null;
    if (scale == null) {
      return rounded(unit, value, decimals);
    }
    String sign = unit == Unit.PERCENT ? "%" : "";
    if (numerator != null && denominator != null && denominator != 0) {
      return grouped(share(exact(numerator), exact(denominator), scale, decimals)) + sign;
    }
    return value == null ? ABSENT : grouped(scaled(exact(value), scale, decimals)) + sign;
  }

  private static String rounded(Unit unit, @Nullable Double value, int decimals) {
    if (value == null) {
      return ABSENT;
    }
    boolean whole = unit != Unit.POINTS && exact(value).stripTrailingZeros().scale() <= 0;
    return decimal(value, whole ? 0 : decimals);
  }

  private static int decimals(Unit unit) {
    return switch (unit) {
      case PERCENT, POINTS, NONE -> 2;
      case PER_100K, DAYS, MINUTES -> 1;
    };
  }

  /**
   * The least decimals at which unequal shares of a table print differently: those of the unit, or
   * more where two ranks would otherwise show the same figure; at most eight.
   *
   * @param shares k of n of the ranked units; those with n = 0 print as a dash and do not count
   */
  public static int decimals(Unit unit, List<hallmetrics.statistics.Unit> shares) {
    List<hallmetrics.statistics.Unit> sorted =
        shares.stream().filter(share -> share.n() > 0).sorted(Ranks::compare).toList();
    int decimals = decimals(unit);
    for (int i = 1; i < sorted.size(); i++) {
      if (Ranks.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
        while (decimals < MOST_DECIMALS
            && text(unit, sorted.get(i - 1), decimals)
                .equals(text(unit, sorted.get(i), decimals))) {
          decimals++;
        }
      }
    }
    return decimals;
  }

  private static String text(Unit unit, hallmetrics.statistics.Unit share, int decimals) {
    return figure(unit, (double) share.k(), (double) share.n(), null, decimals);
  }

  /** What a difference of two figures of a unit is called. */
  public static String differenceUnit(Unit unit) {
    return switch (unit) {
      case PERCENT -> "个百分点";
      case PER_100K -> "件/十万件";
      case DAYS -> "个工作日";
      case MINUTES -> "分钟";
      case POINTS -> "分";
      case NONE -> "";
    };
  }

  /** now − then with its sign, in the unit's own scale (percentage points, per 100,000 …). */
  public static String difference(Unit unit, @Nullable Double now, @Nullable Double then) {
    if (now == null || then == null) {
      return ABSENT;
    }
    BigDecimal exact = exact(now).subtract(exact(then));
    boolean whole = exact.stripTrailingZeros().scale() <= 0;
    BigDecimal difference =
        switch (unit) {
          case PERCENT -> scaled(exact, HUNDRED, 2);
          case PER_100K -> scaled(exact, LAKH, 1);
          case POINTS -> scaled(exact, BigDecimal.ONE, 2);
          case NONE, DAYS, MINUTES -> scaled(exact, BigDecimal.ONE, whole ? 0 : decimals(unit));
        };
    return signed(difference);
  }

  /** How much now is above then, in percent of then with its sign; a dash where then is 0. */
  public static String growth(@Nullable Double now, @Nullable Double then) {
    if (now == null || then == null || then == 0) {
      return ABSENT;
    }
    BigDecimal base = exact(then);
    BigDecimal more = exact(now).subtract(base).multiply(HUNDRED);
    return signed(more.divide(base, 2, RoundingMode.HALF_UP)) + "%";
  }

  private static String signed(BigDecimal number) {
    String sign = number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "±";
    return sign + grouped(number.abs());
  }

  private static BigDecimal share(BigDecimal k, BigDecimal n, BigDecimal scale, int decimals) {
    BigDecimal rounded = k.multiply(scale).divide(n, decimals, RoundingMode.HALF_UP);
    BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
    if (rounded.signum() == 0 && k.signum() > 0) {
      return step;
    }
    boolean looksWhole = rounded.compareTo(scale) == 0;
    return looksWhole && k.compareTo(n) < 0 ? rounded.subtract(step) : rounded;
  }

  private static BigDecimal scaled(BigDecimal value, BigDecimal scale, int decimals) {
    return value.multiply(scale).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** The decimal that the double is printed as. */
  private static BigDecimal exact(double value) {
    return new BigDecimal(Double.toString(value));
  }

  private static String grouped(BigDecimal number) {
    String text = number.abs().toPlainString();
    int point = text.indexOf('.');
    StringBuilder grouped = new StringBuilder(point < 0 ? text : text.substring(0, point));
    for (int i = grouped.length() - 3; i > 0; i -= 3) {
      grouped.insert(i, ',');
    }
    return (number.signum() < 0 ? "-" : "") + grouped + (point < 0 ? "" : text.substring(point));
  }
}
