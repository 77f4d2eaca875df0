package hallmetrics.pack;

import hallmetrics.edition.RankingRow;
import hallmetrics.pack.SampleCity.District;
import java.time.YearMonth;

/** Districts that are listed without a rank, with the product's reasons. */
final class SampleUnranked {
  private SampleUnranked() {}

  static RankingRow row(District district, YearMonth month, int ranked) {
    return new RankingRow(
        month.toString(),
        "bad_rate",
        district.group(),
        "REGION",
        district.id(),
        district.name(),
        null,
        ranked,
        false,
        null,
        null,
        null,
        null,
        reason(district));
  }

  private static String reason(District district) {
    if (district.ratings() >= 30) {
      return "ALONE";
    }
    return district.ratings() == 0 ? "NO_BUSINESS" : "SMALL_SAMPLE";
  }
}
