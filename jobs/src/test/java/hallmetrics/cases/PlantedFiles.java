package hallmetrics.cases;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deliveries with numbers of persons wherever a sender may put them. */
final class PlantedFiles {
  private static final String HEADER = "评价编号,评价时间,满意度,渠道,区划,大厅,部门,留言,证件号,更新时间,姓名,经办电话\n";
  private final Canaries canaries;
  private final Path ratings;
  private final Path messages;

  PlantedFiles(Canaries canaries, Path inbox) throws IOException {
    this.canaries = canaries;
    this.ratings = Files.createDirectories(inbox.resolve("ratings"));
    this.messages = Files.createDirectories(inbox.resolve("messages"));
  }

  void lay() throws IOException {
    good();
    refused();
    named();
    messages();
  }

  private static String row(String number, String level, String text, String key, String name) {
    return number
        + ",2026-10-26 09:01:00,"
        + level
        + ",2,D1,H1,GA,"
        + text
        + ","
        + key
        + ",2026-10-26 09:01:00,"
        + name;
  }

  private void good() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    String free =
        "我的电话"
            + canaries.phone("free text")
            + "或"
            + canaries.spelled("free text")
            + "或"
            + canaries.wide("free text")
            + "，身份证"
            + canaries.id("free text");
    text.append(row("P0201", "5", free, canaries.id("own column"), canaries.phone("name column")))
        .append(',')
        .append(canaries.phone("unmapped column"))
        .append('\n');
    text.append(row("P0202", "1", "", canaries.phone("own column"), canaries.id("name column")))
        .append(',')
        .append(canaries.id("unmapped column"))
        .append('\n');
    String lines = "\"第一行\n请打" + canaries.phone("free text, second line") + "\"";
    text.append(row("P0203", "2", lines, "", "")).append(",\n");
    rejected(text);
    Files.writeString(ratings.resolve("pj_20261103.csv"), text);
  }

  private void rejected(StringBuilder text) {
    text.append(row("P0204", canaries.phone("rejected: code"), "", "", "")).append(",\n");
    text.append(row("P0205", canaries.wide("rejected: code"), "", "", "")).append(",\n");
    text.append(row("P0206", canaries.id("rejected: code"), "", "", "")).append(",\n");
    text.append("P0207,")
        .append(canaries.id("rejected: date"))
        .append(",5,2,D1,H1,GA,")
        .append(canaries.phone("rejected: its free text"))
        .append(',')
        .append(canaries.id("rejected: its own column"))
        .append(",2026-10-26 09:01:00,,\n");
    text.append("P0208,2026-10-26 09:01:00,5,请打")
        .append(canaries.phone("rejected: channel"))
        .append(",D1,H1,GA,,,")
        .append(canaries.phone("rejected: time of change"))
        .append(",,\n");
    text.append("P0209,too,few,").append(canaries.phone("rejected: columns")).append('\n');
    text.append(row("P0210", "5", "", "", "")).append(",,,,");
    text.append(canaries.id("rejected: more columns")).append('\n');
  }

  private void refused() throws IOException {
    String key = canaries.id("REFUSED: before the quote");
    Files.writeString(
        ratings.resolve("pj_20261103-a.csv"),
        HEADER
            + row("P0301", "5", "", key, "")
            + ",\n"
            + row("P0302", "5", "\"没有写完" + canaries.phone("REFUSED: unclosed quote"), "", "")
            + ",\n");
    Files.write(
        ratings.resolve("pj_20261103-b.csv"),
        (HEADER + row("P0303", "5", "请打" + canaries.phone("REFUSED: encoding"), "", "") + ",\n")
            .getBytes(Charset.forName("GB18030")));
    String head = canaries.phone("REFUSED: header");
    Files.writeString(
        ratings.resolve("pj_20261103-c.csv"), HEADER.replace("满意度", head) + "P0304\n");
    String twice = canaries.id("REFUSED: header twice");
    Files.writeString(
        ratings.resolve("pj_20261103-d.csv"),
        HEADER.replace("姓名", twice).replace("经办电话", twice) + "P0305\n");
    Files.write(
        ratings.resolve("pj_20261103-e" + canaries.id("REFUSED: file name") + ".csv"), new byte[0]);
    Files.writeString(
        ratings.resolve("pj_" + canaries.phone("file name without a date") + ".csv"), HEADER);
  }

  private void named() throws IOException {
    String text = HEADER + row("P0401", "5", "", "", "") + ",\n";
    Files.writeString(ratings.resolve("pj_20261103_" + canaries.phone("file name") + ".csv"), text);
    Files.writeString(
        ratings.resolve("pj_20261103_" + canaries.id("file name, sent again") + ".csv"), text);
  }

  private void messages() throws IOException {
    String text =
        "编号,区划,主题,内容,留言时间,答复时间,网友\nL001,D1,请回"
            + canaries.phone("message's title")
            + ",\"身份证"
            + canaries.id("message's text")
            + "\n手机"
            + canaries.spelled("message's text")
            + "\",2026-10-20 10:00:00,2026-10-22 10:00:00,"
            + canaries.phone("message's sender")
            + "\n";
    Files.write(messages.resolve("ly_20261103.csv"), text.getBytes(Charset.forName("GB18030")));
  }

  /** A file so bad that its night is refused by a gate. */
  Path tooManyRejected() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 220; i++) {
      boolean bad = i % 10 == 0;
      String level = bad && i < 60 ? canaries.phone("refused night, row " + i) : bad ? "?" : "5";
      text.append(row("P1" + (1000 + i), level, "", "", "")).append(",\n");
    }
    Path file = ratings.resolve("pj_20261104_" + canaries.id("refused night, name") + ".csv");
    return Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Every file of ratings. */
  List<Path> all() throws IOException {
    try (java.util.stream.Stream<Path> files = Files.list(ratings)) {
      return files.sorted().toList();
    }
  }
}
