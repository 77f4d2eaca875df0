import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Work W1: three years of ratings of a province as one CSV, and the registers they refer to. The
 * same rows and seed give the same bytes everywhere. Run as {@code java Evaluations.java ROWS SEED
 * CSV REGISTERS}.
 */
public final class Evaluations {
  private static final int REGIONS = 120;
  private static final int HALLS = 400;
  private static final int WINDOWS_A_HALL = 5;
  private static final int ITEMS = 3_000;
  private static final int TEXTS = 5_000;
  private static final int DAYS = 1_096;
  private static final LocalDateTime FIRST = LocalDateTime.of(2023, 11, 1, 0, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String[] WORDS = {
    "办事", "窗口", "态度", "很好", "速度", "快", "材料", "一次", "告知", "清楚", "等候", "较久", "热情", "系统", "卡顿", "谢谢",
    "建议", "增加", "叫号", "流程", "简单", "工作人员", "耐心", "周到"
  };
  private static final String[] HEADER = {
    "评价编号", "评价时间", "区划代码", "大厅编号", "窗口编号", "事项编码", "评价渠道", "满意度", "是否默认", "文字评价", "手机号", "评价人", "整改时间"
  };

  private final Random random;
  private final List<String> texts = new ArrayList<>();
  private final List<String> days = new ArrayList<>();

  private Evaluations(long seed) {
    random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      texts.add(text(i));
    }
    for (int day = 0; day < DAYS + 40; day++) {
      days.add(FIRST.plusDays(day).format(TIME).substring(0, 11));
    }
  }

  /** Arguments: rows, seed, the file of ratings, the folder of registers. */
  public static void main(String[] arguments) throws IOException {
    long rows = Long.parseLong(arguments[0]);
    Evaluations city = new Evaluations(Long.parseLong(arguments[1]));
    registers(Path.of(arguments[3]));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])), 1 << 20)) {
      city.write(rows, out);
    }
  }

  /** A text of a few words; one of a hundred carries quotes, a comma and a line end. */
  private String text(int number) {
    StringBuilder text = new StringBuilder();
    int words = 3 + random.nextInt(8);
    for (int w = 0; w < words; w++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
    }
    text.append(number);
    if (number % 100 == 0) {
      text.insert(4, "\"\"好\"\",");
      text.append("\n另：").append(WORDS[random.nextInt(WORDS.length)]);
      return text.insert(0, '"').append('"').toString();
    }
    return text.toString();
  }

  private void write(long rows, OutputStream out) throws IOException {
    line(out, String.join(",", HEADER));
    for (long row = 0; row < rows; row++) {
      // one row of 200 says something later about a row before it
      boolean again = row > 1_000 && random.nextInt(200) == 0;
      long id = again ? row - 1 - random.nextInt(1_000) : row;
      line(out, record(id, again ? row : id));
    }
  }

  /**
   * What is told of an id: place and time follow from the id, the rest is drawn.
   *
   * @param told the id itself, or the row that says it again, later than every row before
   */
  private String record(long id, long told) {
    long mixed = mix(id);
    int day = (int) Long.remainderUnsigned(mixed, DAYS);
    int second = 8 * 3600 + (int) Long.remainderUnsigned(mixed >>> 13, 10 * 3600);
    int hall = (int) Long.remainderUnsigned(mixed >>> 7, HALLS);
    int window = (int) Long.remainderUnsigned(mixed >>> 23, WINDOWS_A_HALL);
    // few items make most of the business
    double u = Long.remainderUnsigned(mixed >>> 17, 1 << 20) / (double) (1 << 20);
    int item = (int) (ITEMS * u * u);
    int bad = random.nextInt(1_000) == 0 ? 1 + random.nextInt(3) : 0;
    boolean standard = random.nextInt(5) == 0;
    String time = days.get(day) + clock(second);
    StringBuilder line = new StringBuilder(200);
    line.append('P').append(1_000_000_000L + id).append(',');
    line.append(bad == 1 ? days.get(day).substring(0, 5) + "13-40 99:00:00" : time).append(',');
    line.append(region(hall % REGIONS)).append(',');
    line.append(hall(hall)).append(',').append(window(hall, window)).append(',');
    line.append("I").append(100_000_000 + item).append(',');
    line.append(bad == 2 ? "99" : standard ? "7" : channel()).append(',');
    line.append(bad == 3 ? "9" : standard ? "5" : level()).append(',');
    line.append(standard ? '1' : '0').append(',');
    line.append(random.nextInt(10) < 3 ? texts.get(random.nextInt(TEXTS)) : "").append(',');
    line.append(13_000_000_000L + random.nextInt(2_000_000) * 997L).append(',');
    line.append("市民").append(random.nextInt(5_000)).append(',');
    boolean again = told != id;
    line.append(days.get(day + (again ? 30 : 1)));
    line.append(clock((int) ((second + (again ? told : 0)) % 86_400)));
    return line.toString();
  }

  private String channel() {
    return new String[] {"1", "2", "2", "4", "4", "4", "5", "6"}[random.nextInt(8)];
  }

  private String level() {
    int draw = random.nextInt(1_000);
    return draw < 6 ? "1" : draw < 15 ? "2" : draw < 45 ? "3" : draw < 160 ? "4" : "5";
  }

  private static String clock(int second) {
    return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String region(int number) {
    return Integer.toString(360_001 + number);
  }

  private static String hall(int number) {
    return "H" + (1_001 + number);
  }

  private static String window(int hall, int number) {
    return hall(hall) + "-" + (1 + number);
  }

  private static long mix(long id) {
    long mixed = (id + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private static void registers(Path folder) throws IOException {
    List<String> regions = new ArrayList<>();
    regions.add(
        "region_id,gb_code,name,kind,parent_id,rank_group,population,valid_from,valid_to,"
            + "successor_id");
    regions.add("36,,基准市,CITY,,,,2000-01-01,,");
    for (int r = 0; r < REGIONS; r++) {
      String id = region(r);
      regions.add(id + "," + id + ",第" + (r + 1) + "区,COUNTY,36,县区,,2000-01-01,,");
    }
    List<String> halls = new ArrayList<>(List.of("hall_id,name,region_id,level,opened,closed,windows"));
    List<String> windows =
        new ArrayList<>(List.of("window_id,hall_id,no,org_code,type,valid_from,valid_to"));
    for (int h = 0; h < HALLS; h++) {
      halls.add(
          hall(h) + ",第" + (h + 1) + "大厅," + region(h % REGIONS) + ",县级,2019-01-01,,"
              + WINDOWS_A_HALL);
      for (int w = 0; w < WINDOWS_A_HALL; w++) {
        windows.add(window(h, w) + "," + hall(h) + "," + (w + 1) + ",,综合窗口,2019-01-01,");
      }
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve("region.csv"), regions);
    Files.write(folder.resolve("hall.csv"), halls);
    Files.write(folder.resolve("window.csv"), windows);
    Files.writeString(
        folder.resolve("org.csv"),
        "org_code,uscc,name,short_name,region_id,kind,rank_group,valid_from,valid_to\n");
  }

  private static void line(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
