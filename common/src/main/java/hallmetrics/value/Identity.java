package hallmetrics.value;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed pseudonyms of persons: HMAC-SHA256 over kind, a zero byte and the normalised value, as
 * {@code keyId:} and 64 hex digits. The kind follows from the value's shape, so one person's phone
 * gives one pseudonym in every table. One instance serves one thread.
 */
public final class Identity {
  private static final HexFormat HEX = HexFormat.of();

  private final String prefix;
  private final Mac mac;

  /** Pseudonyms under one key. */
  public Identity(HmacKey key) {
    this.prefix = key.id() + ":";
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      this.mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** The pseudonym of a phone number, identity number or name. */
  public String pseudonym(String identifier) {
    String plain = normal(identifier);
    String kind = phone(plain) ? "phone" : ResidentId.shaped(plain) ? "id" : "text";
    return prefix + keyedHash(kind, plain);
  }

  /** 64 hex digits over a kind and a text, for hashes over values that may identify a person. */
  public String keyedHash(String kind, String text) {
    mac.update(kind.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The one writing of an identifier: half-width, without blanks, phones without country code and
   * hyphens, old identity numbers in their modern form, letters in upper case.
   */
  static String normal(String identifier) {
    String plain = bare(Text.half(identifier));
    String number = plain.replace("-", "");
    if (number.startsWith("+86")) {
      number = number.substring(3);
    } else if (number.startsWith("0086")) {
      number = number.substring(4);
    } else if (number.length() == 13 && number.startsWith("86")) {
      number = number.substring(2);
    }
    if (number.length() == 12 && number.startsWith("01") && mobile(number.substring(1))) {
      number = number.substring(1);
    }
    if (phone(number)) {
      return number;
    }
    String upper = plain.toUpperCase(Locale.ROOT);
    return ResidentId.oldShaped(upper) ? ResidentId.modern(upper) : upper;
  }

  private static String bare(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Text.blank(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  private static boolean phone(String number) {
    boolean landline = number.length() >= 10 && number.length() <= 12 && number.startsWith("0");
    return mobile(number) || (landline && digits(number));
  }

  /** Whether 11 digits of a mainland mobile. */
  static boolean mobile(String number) {
    return number.length() == 11
        && number.charAt(0) == '1'
        && number.charAt(1) >= '3'
        && digits(number);
  }

  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
