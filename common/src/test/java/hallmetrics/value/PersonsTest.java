package hallmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.HallException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsTest {
  private static final HmacKey KEY = HmacKey.fromVariable("K", "k1:0123456789abcdef");
  private final Identity identity = new Identity(KEY);

  @Test
  void aPseudonymIsHmacOverKindAndValueWithTheKeysId() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal("phone\0".concat("13812345678").getBytes(StandardCharsets.UTF_8));
    assertThat(identity.pseudonym("13812345678")).isEqualTo("k1:" + HexFormat.of().formatHex(hash));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "138 1234 5678",
        "１３８１２３４５６７８",
        "+86 13812345678",
        "86-138-1234-5678",
        "008613812345678",
        "013812345678",
        " 138-1234-5678 "
      })
  void aPhoneWrittenAnyWayIsOnePerson(String phone) {
    assertThat(identity.pseudonym(phone)).isEqualTo(identity.pseudonym("13812345678"));
  }

  @Test
  void anOldAndANewIdentityNumberAreOnePerson() {
    assertThat(identity.pseudonym("110105491231002"))
        .isEqualTo(identity.pseudonym("11010519491231002x"));
  }

  @Test
  void anotherKeyGivesAnotherPseudonym() {
    Identity other = new Identity(HmacKey.fromVariable("K", "k2:0123456789abcdeg"));
    assertThat(other.pseudonym("13812345678").substring(3))
        .isNotEqualTo(identity.pseudonym("13812345678").substring(3));
  }

  @Test
  void aKeyIsNeverPrinted(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "demo:my-long-secret-text\n");
    assertThat(HmacKey.fromFile(file).toString()).isEqualTo("HmacKey[demo]");
    assertThat(HmacKey.fromVariable("K", "my-long-secret-text").toString())
        .matches("HmacKey\\[k[0-9a-f]{4}]");
    Files.writeString(file, "short");
    assertThatThrownBy(() -> HmacKey.fromFile(file))
        .isInstanceOf(HallException.class)
        .hasMessageContaining("key-invalid")
        .hasMessageNotContaining("short");
    assertThatThrownBy(() -> HmacKey.fromVariable("K", null)).hasMessageContaining("key-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "请回电13812345678谢谢 = 请回电〔手机号〕谢谢",
        "电话１３８１２３４５６７８ = 电话〔手机号〕",
        "138 1234 5678或138-1234-5679 = 〔手机号〕或〔手机号〕",
        "+8613812345678 = 〔手机号〕",
        "一三八一二三四五六七八 = 〔手机号〕",
        "13812345678 13987654321 = 〔手机号〕 〔手机号〕",
        "我的身份证11010519491231002X。 = 我的身份证〔身份证号〕。",
        "110105 19491231 002X = 〔身份证号〕",
        "旧证110105491231002 = 旧证〔身份证号〕",
        "卡号6222020200012345678 = 卡号〔银行卡号〕",
        "卡号6222 0202 0001 2345 678 = 卡号〔银行卡号〕",
        "车赣B12345违停 = 车〔车牌号〕违停",
        "新能源赣BD12345 = 新能源〔车牌号〕",
        "赣B·12345 = 〔车牌号〕",
        "邮箱 a.b@example.com 收 = 邮箱 〔邮箱〕 收",
        "座机0797-8123456 = 座机〔电话〕",
        "王五13812345678 = 王五〔手机号〕",
        "2020-01-05 13812345678 = 2020-01-05 〔手机号〕",
      })
  void textLosesIdentifiersAndKeepsTheRest(String text, String expected) {
    assertThat(Scrubber.scrub(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026年1月5日10时30分在3号窗口办理，等了45分钟",
        "工单GD20260105000123",
        "123456",
        "房屋面积123.45平方米",
        "2026-01-05 08:05:09",
        "12345热线",
        "第1、2、3项",
        "二〇二六年一月五日",
        "ABC-1234",
        "5"
      })
  void whatIsNoIdentifierStays(String text) {
    assertThat(Scrubber.scrub(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "不满意, 不满意",
    "非常满意, 非常满意",
    "9, 9",
    "2021-13-45 25:61, 2021-13-45 25:61",
    "20211345, 20211345",
    "张三, 张*",
    "欧阳小明, 欧***",
    "13812345678, 138****5678",
    "138 1234 5678, 138 **** 5678",
    "11010519491231002X, 1101**********002X",
    "a@b.cn, 〔邮箱〕",
    "82345678, 823***78",
    "360702000000, 360*******00",
    "李四13812345678, 李*138****5678"
  })
  void aMaskKeepsTheShapeAndNoIdentifier(String text, String expected) {
    assertThat(Mask.of(text)).isEqualTo(expected);
  }

  @Test
  void aLongTextIsMaskedAsItsLength() {
    assertThat(Mask.of("长".repeat(50))).isEqualTo("〔50 字〕");
  }
}
