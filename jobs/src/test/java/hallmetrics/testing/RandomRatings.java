package hallmetrics.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Seeded ratings of the test city in June to October 2026, night by night: new ones, corrections,
 * deletions, moves to another month with their tombstones. It knows which count.
 */
public final class RandomRatings {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final int DAYS = 153;

  private final Random random;
  private final Map<String, Map<String, String>> newest = new TreeMap<>();
  private int nextId;
  private int version;

  /** The same ratings for the same seed. */
  public RandomRatings(long seed) {
    this.random = new Random(seed);
  }

  /** The rows a night brings: about a fifth change what was there. */
  public List<Map<String, String>> night(int rows) {
    List<Map<String, String>> brought = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      boolean change = !newest.isEmpty() && random.nextInt(5) == 0;
      String id = change ? any(new ArrayList<>(newest.keySet())) : "e" + ++nextId;
      Map<String, String> row = rating(id);
      row.put("operate_ts", "2026-11-01 00:00:00." + String.format("%06d", ++version));
      Map<String, String> before = newest.get(id);
      if (before != null && !month(before).equals(month(row))) {
        brought.add(tombstone(before, row));
      }
      if (change && random.nextInt(4) == 0) {
        row.put("is_deleted", "true");
      }
      brought.add(row);
      newest.put(id, row);
    }
    return brought;
  }

  /** The newest version of each rating, deleted ones left out. */
  public List<Map<String, String>> counting() {
    return newest.values().stream().filter(row -> !row.containsKey("is_deleted")).toList();
  }

  private static String month(Map<String, String> row) {
    return Objects.requireNonNull(row.get("assess_ts")).substring(0, 7);
  }

  private static Map<String, String> tombstone(Map<String, String> old, Map<String, String> row) {
    Map<String, String> stone = new HashMap<>(old);
    stone.remove("is_deleted");
    stone.put("operate_ts", row.get("operate_ts"));
    stone.put("is_tombstone", "true");
    return stone;
  }

  private Map<String, String> rating(String id) {
    Map<String, String> row = new HashMap<>();
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    String time = String.format(" %02d:%02d:00", random.nextInt(24), random.nextInt(60));
    row.put("source_record_id", id);
    row.put("assess_ts", day + time);
    row.put("satisfaction", Integer.toString(1 + random.nextInt(5)));
    row.put("assess_number", random.nextInt(10) == 0 ? "2" : "1");
    row.put("is_valid", Boolean.toString(random.nextInt(10) != 0));
    row.put("is_default", Boolean.toString(random.nextInt(6) == 0));
    row.put("channel", any(List.of("QR", "PC", "PAPER")));
    row.put("target_type", any(List.of("CASE", "HALL")));
    put(row, "mode", any(List.of("FACE", "NON_FACE", "")));
    put(row, "case_type", any(List.of("INSTANT", "PROMISED", "")));
    row.put("region_id", any(List.of("D1", "990102", "D3", "T1", "D5", "990104000000", "NOWHERE")));
    put(row, "org_code", any(List.of("GA", "11990100MB0001070G", "RS", "ZJ", "XX", "")));
    put(row, "hall_id", any(List.of("H1", "H2", "H3", "H4", "H9", "")));
    put(row, "window_id", any(List.of("H1-01", "H1-02", "H2-01", "W9", "")));
    put(row, "item_code", any(List.of("I1", "I2", "I3", "")));
    return row;
  }

  private static void put(Map<String, String> row, String column, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      row.put(column, value);
    }
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
