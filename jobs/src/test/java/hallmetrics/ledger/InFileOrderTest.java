package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class InFileOrderTest {
  private static long number(String key) {
    return InFileOrder.number(UTF8String.fromString(key));
  }

  @Test
  void theFirstElevenHexDigitsOfAKeyAreItsNumber() {
    assertThat(number("0123456789abcdef0123456789abcdef")).isEqualTo(0x0123456789aL);
    assertThat(number("fffffffffffffffffffffffffffffffff")).isEqualTo((1L << 44) - 1);
  }

  @Test
  void aKeyOfNoHexDigitsComesFirst() {
    assertThat(number("票1")).isZero();
    assertThat(number("")).isZero();
    assertThat(number("zz")).isZero();
    assertThat(number("1f-9")).isEqualTo(0x1f);
  }
}
