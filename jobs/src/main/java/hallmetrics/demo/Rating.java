package hallmetrics.demo;

import org.jspecify.annotations.Nullable;

/**
 * One rating. Levels are canonical: 5 is best; each platform writes its own codes.
 *
 * @param id number at its platform
 * @param kiosk whether it was given at a kiosk or by QR code
 * @param projectNo case rated, or null where a hall, a platform or a guide is rated
 * @param verdict why it was later found invalid, or null
 */
record Rating(
    String id,
    boolean kiosk,
    @Nullable String projectNo,
    Round round,
    String target,
    CaseFile.Place place,
    City.Item item,
    Opinion opinion,
    long at,
    @Nullable Verdict verdict,
    int person) {

  /** Which service of the case, at which node, first rating (1) or a second after repair (2). */
  record Round(int service, String node, int assess) {}

  /** What was said and how. A default rating is nobody's opinion. */
  record Opinion(int level, String channel, String tags, String text, boolean byDefault) {}

  /** A decision that a rating does not count. */
  record Verdict(String reason, long at) {}

  boolean bad() {
    return opinion.level() <= 2;
  }

  Rating with(Opinion other) {
    return new Rating(id, kiosk, projectNo, round, target, place, item, other, at, verdict, person);
  }

  Rating with(@Nullable Verdict other) {
    return new Rating(id, kiosk, projectNo, round, target, place, item, opinion, at, other, person);
  }

  Rating movedTo(long moment) {
    return new Rating(
        id, kiosk, projectNo, round, target, place, item, opinion, moment, verdict, person);
  }
}
