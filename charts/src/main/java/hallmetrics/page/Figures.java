package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.catalogue.Unit;
import hallmetrics.edition.FateRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Judgement;
import hallmetrics.statistics.Xmr;
import hallmetrics.text.Numbers;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints the numbers of rows: the only way a figure gets onto a page. */
final class Figures {
  /** Below it a count's change is printed as a difference, not as growth. */
  private static final double LEAST_BASE = 30;

  private final Facts facts;
  private final Unassigned unassigned;

  Figures(Facts facts) {
    this.facts = facts;
    this.unassigned = new Unassigned(facts);
  }

  Facts facts() {
    return facts;
  }

  /** A small whole number inside a sentence. */
  static String plain(int number) {
    return Integer.toString(number);
  }

  /** The title without the unit, which stands with the value. */
  static String name(Metric metric) {
    String suffix = Wording.find("title.suffix." + metric.unit(), "");
    String title = metric.title();
    return title.endsWith(suffix) ? title.substring(0, title.length() - suffix.length()) : title;
  }

  /** A value as plotted: percent and per 100,000 in their own unit. */
  static double scaled(double value, Unit unit) {
    return switch (unit) {
      case PERCENT -> value * 100;
      case PER_100K -> value * 100_000;
      case NONE, DAYS, MINUTES, POINTS -> value;
    };
  }

  /** Whether no value can exceed the whole. */
  static boolean bounded(Metric metric) {
    return metric.kind() == MetricKind.PROPORTION;
  }

  String count(long number) {
    return Numbers.count(number);
  }

  /** A probability of the method, such as 95%. */
  String level(double part) {
    double percent = part * 100;
    int decimals = Math.abs(percent - Math.rint(percent)) < 1e-9 ? 0 : 1;
    return Numbers.decimal(percent, decimals) + "%";
  }

  String value(MetricRow row) {
    if (Verdicts.small(row)) {
      return Numbers.fraction(row.numerator(), row.denominator());
    }
    return Numbers.figure(
        Unit.valueOf(row.unit()), row.numerator(), row.denominator(), row.value());
  }

  /** The value beside a column of k/n, where k of n alone would say the same twice. */
  String cell(MetricRow row) {
    return Verdicts.small(row) ? Wording.of("none") : value(row);
  }

  /** A value nobody counted, such as a limit, a mean or a target. */
  String limit(double value, Unit unit) {
    return switch (unit) {
      case PERCENT, PER_100K, POINTS -> Numbers.figure(unit, null, null, value);
      case NONE, DAYS, MINUTES -> Numbers.decimal(value, value == Math.rint(value) ? 0 : 1);
    };
  }

  /** The value with its unit, inside a sentence. */
  String sentence(MetricRow row) {
    return Verdicts.small(row) ? value(row) : Wording.of("unit." + row.unit(), "value", value(row));
  }

  /** The value, or why there is none. */
  String valueOrState(MetricRow row) {
    return row.value() == null ? state(row) : value(row);
  }

  /** k/n; of a quantile, n; of a count and of what was never counted, nothing. */
  String part(MetricRow row) {
    if (row.denominator() == null) {
      return Wording.of("none");
    }
    return switch (MetricKind.valueOf(row.kind())) {
      case COUNT, STOCK, SCORE -> Wording.of("none");
      case QUANTILE -> Wording.of("part.sample", "count", Numbers.plain(row.denominator()));
      case PROPORTION, RATE, MEAN -> Numbers.fraction(row.numerator(), row.denominator());
    };
  }

  /** The Wilson interval. */
  String wilson(MetricRow row) {
    Double low = row.low();
    Double high = row.high();
    return low == null || high == null
        ? Wording.of("none")
        : Wording.of(
            "interval",
            "low",
            limit(low, Unit.valueOf(row.unit())),
            "high",
            limit(high, Unit.valueOf(row.unit())));
  }

  /** Another value of the row's metric. */
  String like(MetricRow row, @Nullable Double value) {
    return Numbers.figure(Unit.valueOf(row.unit()), null, null, value);
  }

  String state(MetricRow row) {
    if (unassigned.blurs(row)) {
      return Wording.of("state.UNASSIGNED");
    }
    boolean few = row.value() != null && row.denominator() != null && !row.sufficient();
    return Wording.of(few && row.state().equals("OK") ? "state.SMALL" : "state." + row.state());
  }

  String target(MetricRow row, Metric metric) {
    Double target = row.target();
    return target == null
        ? Wording.of("none")
        : Wording.of("target." + metric.better(), "value", limit(target, metric.unit()));
  }

  /** How the value differs from another one of the same metric, with the unit of differences. */
  String change(MetricRow row, @Nullable Double before) {
    Double now = row.value();
    if (now == null || before == null || Verdicts.small(row)) {
      return Wording.of("none");
    }
    if (!row.comparable()) {
      return Wording.of("change.incomparable");
    }
    Unit unit = Unit.valueOf(row.unit());
    if (unit == Unit.NONE && before >= LEAST_BASE) {
      return Wording.of(
          "change.growth", "value", Numbers.difference(Unit.PERCENT, now / before, 1.0));
    }
    return Numbers.difference(unit, now, before) + Numbers.differenceUnit(unit);
  }

  /** The word of the variation verdict. */
  String variation(MetricRow row, Metric metric) {
    if (row.value() == null) {
      return Wording.of("none");
    }
    if (Verdicts.small(row)) {
      return Wording.of("variation.small");
    }
    if (!Verdicts.judged(row)) {
      boolean month = row.grain().equals("MONTH");
      boolean few = month && facts.series(metric.id()).size() < Xmr.LEAST_POINTS;
      return Wording.of(few ? "variation.short" : "variation.unjudged");
    }
    Judgement judgement = Verdicts.of(row, metric);
    return judgement == Judgement.NOTABLE
        ? Wording.of("variation.NOTABLE." + row.direction())
        : Wording.of("variation." + judgement);
  }

  /** The rank, with the mark of who is named. */
  String marked(RankingRow row) {
    String side = row.named();
    return side == null
        ? rank(row)
        : Wording.of("rank.named", "rank", rank(row), "named", Wording.of("named." + side));
  }

  String rank(RankingRow row) {
    Integer rank = row.rank();
    if (rank == null) {
      boolean blurred =
          "NO_BUSINESS".equals(row.unrankedReason()) && unassigned.blurs(row.metric(), row.scope());
      return Wording.of(blurred ? "unranked.UNASSIGNED" : "unranked." + row.unrankedReason());
    }
    return row.tied()
        ? Wording.of("rank.tied", "rank", plain(rank))
        : Wording.of("rank", "rank", plain(rank));
  }

  String interval(RankingRow row) {
    Integer low = row.rankLow();
    Integer high = row.rankHigh();
    return low == null || high == null
        ? ""
        : Wording.of("interval", "low", plain(low), "high", plain(high));
  }

  /** The rank in a sentence; first and last only where the interval leaves no other. */
  String place(RankingRow row) {
    Integer rank = row.rank();
    if (rank == null) {
      return rank(row);
    }
    boolean sure = row.rankLow() != null && row.rankLow().equals(row.rankHigh());
    String key = "place";
    if (row.tied()) {
      key = "place.tied";
    } else if (sure && rank == 1) {
      key = "place.first";
    } else if (sure && rank == row.rankOf()) {
      key = "place.last";
    }
    return Wording.of(key, "rank", plain(rank), "interval", interval(row));
  }

  String month(YearMonth month) {
    return Period.month(month).title();
  }

  String day(LocalDate day) {
    return Period.day(day).title();
  }

  /** The series in words, for the table behind a sparkline. */
  String past(Series series) {
    Series.Month first = series.months().isEmpty() ? null : series.months().get(0);
    MetricRow row = first == null ? null : first.row();
    return row == null || first == null
        ? Wording.of("none")
        : Wording.of("past", "from", month(first.month()), "value", value(row));
  }

  String definition(Metric metric) {
    return Wording.of("foot.definition", "definition", metric.definition());
  }

  /** Records read and their fates. */
  String recordsRead() {
    Map<String, Long> fates = new TreeMap<>();
    long all = 0;
    for (FateRow row : facts.rows().fates()) {
      fates.merge(row.fate(), row.records(), Long::sum);
      all += row.records();
    }
    return Wording.of(
        "cover.records",
        "all",
        count(all),
        "accepted",
        count(fates.getOrDefault("ACCEPTED", 0L)),
        "duplicate",
        count(fates.getOrDefault("DUPLICATE", 0L)),
        "older",
        Wording.of("fate.SUPERSEDED"),
        "superseded",
        count(fates.getOrDefault("SUPERSEDED", 0L)),
        "rejected",
        count(fates.getOrDefault("REJECTED", 0L)));
  }

  /** Why a record was rejected: {@code code:column} in words, what is unknown as it is. */
  String reason(String table, String reason) {
    int colon = reason.indexOf(':');
    String code = colon < 0 ? reason : reason.substring(0, colon);
    String column = colon < 0 ? "" : reason.substring(colon + 1);
    String words = Wording.find("reason." + code, reason);
    return column.isEmpty() || words.equals(reason)
        ? words
        : Wording.of(
            "reason",
            "words",
            words,
            "column",
            facts.definitions().titles().getOrDefault(table + "." + column, column));
  }
}
