package hallmetrics.region;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the stable id behind a code as sources write it: local, GB, or of 6, 9 or 12 digits. */
final class RegionCodes implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int TOWN = 9;
  private static final int COUNTY = 6;
  private static final int WHOLE = 12;

  private final HashMap<String, String> ids = new HashMap<>();

  RegionCodes(History<Region> regions) {
    for (List<Region> rows : regions.all().values()) {
      for (Region row : rows) {
        ids.put(row.id(), row.id());
      }
    }
    for (List<Region> rows : regions.all().values()) {
      for (Region row : rows) {
        put(row.gbCode(), row.id());
        put(row.id(), row.id());
      }
    }
  }

  private void put(@Nullable String code, String id) {
    if (code != null) {
      ids.putIfAbsent(code, id);
      if (isGb(code)) {
        ids.putIfAbsent(whole(code), id);
      }
    }
  }

  /**
   * The id a code stands for: of the code itself, else of its town, else of its county. Null when
   * none of them is known.
   */
  @Nullable String id(String code) {
    String text = code.strip();
    String exact = ids.get(text);
    if (exact != null || !isGb(text)) {
      return exact;
    }
    String same = ids.get(whole(text));
    if (same != null || text.length() == COUNTY) {
      return same;
    }
    String town = ids.get(whole(text.substring(0, TOWN)));
    return town != null ? town : ids.get(whole(text.substring(0, COUNTY)));
  }

  private static boolean isGb(String code) {
    int length = code.length();
    boolean sized = length == COUNTY || length == TOWN || length == WHOLE;
    return sized && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String whole(String code) {
    return code + "0".repeat(WHOLE - code.length());
  }
}
