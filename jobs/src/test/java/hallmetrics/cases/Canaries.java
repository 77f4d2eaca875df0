package hallmetrics.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers of persons, each planted in one place, so that a leak says where it came from. */
final class Canaries {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private final Map<String, String> planted = new LinkedHashMap<>();

  /** A mobile number. */
  String phone(String where) {
    return kept(Long.toString(13_800_138_000L + 37L * planted.size()), where);
  }

  /** A mobile number as people write it; it may come out neither so nor plain. */
  String spelled(String where) {
    String plain = phone(where);
    return kept(
        plain.substring(0, 3) + "-" + plain.substring(3, 7) + "-" + plain.substring(7),
        where + ", spelled");
  }

  /** A mobile number of full-width digits. */
  String wide(String where) {
    StringBuilder wide = new StringBuilder();
    phone(where).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
    return kept(wide.toString(), where + ", wide");
  }

  /** A right identity number of 18 characters. */
  String id(String where) {
    String body = "36070219900307" + (100 + planted.size());
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return kept(body + "10X98765432".charAt(sum % 11), where);
  }

  private String kept(String number, String where) {
    planted.put(number, where);
    return number;
  }

  /** Which numbers stand in a text, each with where it was planted. */
  List<String> in(String text) {
    List<String> found = new ArrayList<>();
    planted.forEach(
        (number, where) -> {
          int at = text.indexOf(number);
          if (at >= 0) {
            int end = Math.min(text.length(), at + number.length() + 20);
            found.add(number + " of " + where + ": " + text.substring(Math.max(0, at - 60), end));
          }
        });
    return found;
  }
}
