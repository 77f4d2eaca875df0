package hallmetrics.record;

import org.jspecify.annotations.Nullable;

/**
 * Finds the local code of a region written with 6, 9 or 12 digits (GB/T 2260 with or without the
 * street's and village's part). A code no register knows stays as it is.
 */
final class RegionCode {
  private final RegionResolver regions;

  RegionCode(RegionResolver regions) {
    this.regions = regions;
  }

  String local(String code) {
    String known = regions.localCode(code);
    if (known == null && (code.length() == 6 || code.length() == 9 || code.length() == 12)) {
      known = otherLength(code);
    }
    return known == null ? code : known;
  }

  private @Nullable String otherLength(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return null;
      }
    }
    String full = code + "0".repeat(12 - code.length());
    for (int length = 12; length >= 6; length -= 3) {
      boolean nothingLost = full.substring(length).chars().allMatch(c -> c == '0');
      String known = nothingLost ? regions.localCode(full.substring(0, length)) : null;
      if (known != null) {
        return known;
      }
    }
    return null;
  }
}
