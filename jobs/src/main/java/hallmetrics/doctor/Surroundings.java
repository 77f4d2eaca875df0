package hallmetrics.doctor;

import java.util.List;
import java.util.Locale;

/** The Java and the encoding hall runs with; needs no site. */
public final class Surroundings {
  private static final int OLDEST = 17;
  private static final int FIRST_REFUSED = 24;

  private Surroundings() {}

  /** Looks at the running process. */
  public static List<Finding> look() {
    return List.of(
        java(Runtime.version().feature()),
        names(String.valueOf(System.getProperty("sun.jnu.encoding"))));
  }

  /** A Java by its feature number. */
  static Finding java(int feature) {
    if (feature >= OLDEST && feature < FIRST_REFUSED) {
      return Finding.well("JDK " + feature);
    }
    return Finding.configuration(
        "JDK " + feature + " 不合用：请用 JDK 17 或 21（24 及以上版本中 Spark 4.1 的 Hadoop 一写文件就失败）",
        List.of("JDK " + feature + " does not fit: use JDK 17 or 21"),
        "安装 JDK 17 或 21 并设置 JAVA_HOME。");
  }

  /** The encoding Java opens files by name with. */
  static Finding names(String encoding) {
    if (encoding.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")) {
      return Finding.well("文件名编码 " + encoding);
    }
    return Finding.configuration(
        "文件名编码是 " + encoding + "，打不开中文文件名",
        List.of("Java cannot open Chinese file names under this locale"),
        "设置环境变量 LC_ALL=C.UTF-8 后重跑（scripts/hall 会自动设置）。");
  }
}
