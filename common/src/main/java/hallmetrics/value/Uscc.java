package hallmetrics.value;

/** Unified social credit codes of organisations (GB 32100-2015). */
public final class Uscc {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private Uscc() {}

  /** Whether a text is 18 characters of the alphabet with a right check character. */
  public static boolean valid(String code) {
    return code.length() == 18 && check(code) == code.charAt(17);
  }

  /** The check character of the first 17 characters, or '?' where one is not of the alphabet. */
  static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return '?';
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
