package hallmetrics.value;

/** Resident identity numbers (GB 11643-1999). A direct identifier: never store, print or throw. */
public final class ResidentId {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private ResidentId() {}

  /** Whether 17 digits and a right check character with a possible birthday. */
  public static boolean valid(String id) {
    return shaped(id) && CHECKS.charAt(sum(id) % 11) == Character.toUpperCase(id.charAt(17));
  }

  /** Whether it looks like one: 17 digits, a digit or X, a birthday of 1800 to 2099. */
  static boolean shaped(String id) {
    if (id.length() != 18 || !digits(id, 0, 17)) {
      return false;
    }
    char last = id.charAt(17);
    boolean ends = (last >= '0' && last <= '9') || last == 'X' || last == 'x';
    int century = number(id, 6, 8);
    return ends && century >= 18 && century <= 20 && monthAndDay(id, 10);
  }

  /** Whether it looks like an old one: 15 digits with a birthday. */
  static boolean oldShaped(String id) {
    return id.length() == 15 && digits(id, 0, 15) && monthAndDay(id, 8);
  }

  /** The 18-character form of an old 15-digit number, so that both name the same person. */
  static String modern(String old) {
    String body = old.substring(0, 6) + "19" + old.substring(6);
    return body + CHECKS.charAt(sum(body) % 11);
  }

  private static int sum(String id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (id.charAt(i) - '0') * WEIGHTS[i];
    }
    return sum;
  }

  private static boolean monthAndDay(String id, int at) {
    int month = number(id, at, at + 2);
    int day = number(id, at + 2, at + 4);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}
