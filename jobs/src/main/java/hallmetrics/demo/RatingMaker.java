package hallmetrics.demo;

import hallmetrics.demo.Rating.Opinion;
import hallmetrics.demo.Rating.Round;
import hallmetrics.demo.Rating.Verdict;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ratings of a case: none, or one at each node it passed, or a default rating by silence;
 * and ratings of halls, platforms and guides beside it. The shares are the same in every region.
 */
final class RatingMaker {
  private static final double RATED = 0.62;
  private static final double BY_DEFAULT = 0.2;
  private static final double BESIDE = 0.5;
  private static final double INVALID = 0.03;
  private static final int DAY = 86_400;
  private final Opinions opinions;
  private final long seed;
  private int serial;

  RatingMaker(Opinions opinions, long seed) {
    this.opinions = opinions;
    this.seed = seed;
  }

  void make(CaseFile file, Consumer<Rating> taker) {
    Dice dice = Dice.of(seed, "rating", file.projectNo());
    Consumer<Rating> sent =
        rating -> {
          if (rating.at() < Moment.END && !Silence.covers(rating.place().hall(), rating.at())) {
            taker.accept(rating);
          }
        };
    if (dice.chance(RATED)) {
      nodes(file, dice, sent);
    } else if (dice.chance(BY_DEFAULT)) {
      Opinion silent = opinions.byDefault("SYSTEM_DEFAULT");
      Round round = new Round(1, "FINISH", 1);
      sent.accept(rating(file, round, "CASE", silent, file.finish() + 7 * DAY, dice));
    }
    if (dice.chance(BESIDE)) {
      beside(file, dice, sent);
    }
  }

  private void nodes(CaseFile file, Dice dice, Consumer<Rating> sent) {
    int count = 1 + dice.weighted(0.25, 0.45, 0.3);
    String channel = channel(file, dice);
    for (int service = 1; service <= count; service++) {
      boolean last = service == count;
      String node = last ? "FINISH" : service == 1 ? "ACCEPT" : "PROCESS";
      long at = moment(file, node, dice);
      Opinion opinion = opinions.draw(file.place().region(), at, channel, file.person(), dice);
      sent.accept(rating(file, new Round(service, node, 1), "CASE", opinion, at, dice));
    }
  }

  private static long moment(CaseFile file, String node, Dice dice) {
    return switch (node) {
      case "ACCEPT" -> Math.min(file.finish(), file.accept() + dice.between(30, 290));
      case "PROCESS" -> Math.max(file.accept(), file.finish() - dice.between(10, 280));
      default -> file.finish() + delay(file, dice);
    };
  }

  /** At a hall people press the pad before they leave; online within four days. */
  private static long delay(CaseFile file, Dice dice) {
    if (!file.online()) {
      return dice.between(20, 1500);
    }
    return dice.chance(0.6) ? dice.between(30, 7200) : dice.between(7200, 4 * DAY);
  }

  private static String channel(CaseFile file, Dice dice) {
    if (file.online()) {
      return switch (dice.weighted(0.6, 0.36, 0.04)) {
        case 0 -> "PC";
        case 1 -> "MOBILE";
        default -> "SMS";
      };
    }
    return switch (dice.weighted(0.76, 0.14, 0.06, 0.04)) {
      case 0 -> "HALL_TABLET";
      case 1 -> "QR";
      case 2 -> "KIOSK";
      default -> "HALL_OTHER";
    };
  }

  private void beside(CaseFile file, Dice dice, Consumer<Rating> sent) {
    String target =
        file.online()
            ? new String[] {"PLATFORM", "GUIDE", "ITEM"}[dice.weighted(0.5, 0.2, 0.3)]
            : new String[] {"HALL", "STAFF"}[dice.weighted(0.7, 0.3)];
    String channel = channel(file, dice);
    long at = file.accept() + dice.between(60, 280);
    Opinion opinion = opinions.draw(file.place().region(), at, channel, file.person(), dice);
    sent.accept(rating(file, new Round(1, "OTHER", 1), target, opinion, at, dice));
  }

  private Rating rating(
      CaseFile file, Round round, String target, Opinion opinion, long at, Dice dice) {
    boolean kiosk = opinion.channel().equals("QR") || opinion.channel().equals("KIOSK");
    serial++;
    String id =
        (kiosk ? "ZZ" : "PJ")
            + Moment.day(at).toString().replace("-", "")
            + People.digits(serial, 7);
    Rating made =
        new Rating(
            id,
            kiosk,
            target.equals("CASE") ? file.projectNo() : null,
            round,
            target,
            file.place(),
            file.item(),
            opinion,
            at,
            null,
            file.person());
    return made.with(verdict(made, dice));
  }

  private static @Nullable Verdict verdict(Rating rating, Dice dice) {
    if (rating.bad() && !rating.kiosk() && !planted(rating) && dice.chance(INVALID)) {
      String reason = dice.chance(0.7) ? "MISTAKE" : "MALICIOUS";
      return new Verdict(reason, rating.at() + dice.between(1, 6) * (long) DAY);
    }
    return null;
  }

  /** None of the planted bad ratings is taken back. */
  private static boolean planted(Rating rating) {
    return rating.place().region().id().equals(Opinions.TURNED_BAD)
        && rating.at() >= Moment.at(Opinions.TURNED_BAD_SINCE, 0);
  }

  /** The second rating that a dissatisfied person may give after repair. */
  Rating again(Rating first, long at, Dice dice) {
    Opinion better = new Opinion(dice.chance(0.8) ? 5 : 3, "SMS", "", "", false);
    serial++;
    String id = "PJ" + Moment.day(at).toString().replace("-", "") + People.digits(serial, 7);
    Round round = new Round(first.round().service(), first.round().node(), 2);
    return new Rating(
        id,
        false,
        first.projectNo(),
        round,
        first.target(),
        first.place(),
        first.item(),
        better,
        at,
        null,
        first.person());
  }
}
