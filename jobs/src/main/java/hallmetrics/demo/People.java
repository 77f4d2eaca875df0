package hallmetrics.demo;

import java.util.List;

/**
 * Invented persons by number. Mobile numbers begin with 140 and identity numbers with 3699, which
 * no real person has; check digits are right.
 */
final class People {
  private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private final DemoPlan plan;

  People(DemoPlan plan) {
    this.plan = plan;
  }

  /** A name; every 97th person bears a canary name where some are planted. */
  String name(int person) {
    List<String> names = plan.canaryNames();
    if (!names.isEmpty() && person % 97 == 0) {
      return names.get(person / 97 % names.size());
    }
    Dice dice = Dice.of(person, "name");
    String name = String.valueOf(SURNAMES.charAt(dice.below(SURNAMES.length())));
    for (int i = dice.between(1, 2); i > 0; i--) {
      name += GIVEN.charAt(dice.below(GIVEN.length()));
    }
    return name;
  }

  /** An 11-digit mobile number, or a canary. */
  String phone(int person) {
    List<String> numbers = plan.canaryNumbers();
    if (!numbers.isEmpty() && person % 89 == 0) {
      return numbers.get(person / 89 % numbers.size());
    }
    return "140" + String.valueOf(100_000_000L + person * 7919L % 90_000_000L).substring(1);
  }

  /** An 18-character identity number, or a canary. */
  String identity(int person) {
    List<String> numbers = plan.canaryNumbers();
    if (!numbers.isEmpty() && person % 83 == 0) {
      return numbers.get(person / 83 % numbers.size());
    }
    Dice dice = Dice.of(person, "identity");
    String body =
        "3699"
            + digits(dice.between(1, 12), 2)
            + dice.between(1955, 2005)
            + digits(dice.between(1, 12), 2)
            + digits(dice.between(1, 28), 2)
            + digits(dice.below(1000), 3);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return body + CHECKS.charAt(sum % 11);
  }

  static String digits(int value, int width) {
    String text = Integer.toString(value);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }
}
