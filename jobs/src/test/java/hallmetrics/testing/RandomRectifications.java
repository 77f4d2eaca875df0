package hallmetrics.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded rows of the ledger of rectifications: some ratings have none, some several. */
public final class RandomRectifications {
  private final Random random;
  private int next;

  /** The same rows for the same seed. */
  public RandomRectifications(long seed) {
    this.random = new Random(seed);
  }

  /** Rows that answer some of the ratings, and some that answer none. */
  public List<Map<String, String>> of(List<Map<String, String>> ratings) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> rating : ratings) {
      for (int n = random.nextInt(4) - 1; n > 0; n--) {
        rows.add(row(rating));
      }
    }
    return rows;
  }

  private Map<String, String> row(Map<String, String> rating) {
    LocalDate rated = LocalDate.parse(TestRows.told(rating, "assess_ts").substring(0, 10));
    LocalDate opened = rated.plusDays(random.nextInt(5));
    Map<String, String> row = new HashMap<>();
    row.put("rect_id", "r" + ++next);
    row.put("origin_type", random.nextInt(8) == 0 ? "TICKET" : "EVALUATION");
    row.put("origin_id", rating.get("source_record_id"));
    row.put("opened_ts", opened + " 10:00:00");
    row.put("region_id", "D1");
    if (random.nextInt(3) == 0) {
      row.put("due_ts", rated.plusDays(2 + random.nextInt(20)) + " 23:59:59.999999");
    }
    if (random.nextInt(3) != 0) {
      row.put("done_ts", opened.plusDays(random.nextInt(14)) + " 15:00:00");
    }
    if (random.nextInt(4) == 0) {
      row.put("verify_result", random.nextInt(2) == 0 ? "FALSE" : "TRUE");
    }
    return row;
  }
}
