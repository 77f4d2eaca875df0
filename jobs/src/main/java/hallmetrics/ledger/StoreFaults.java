package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says in a clerk's words what a file system, the catalog or Iceberg reports. Datasets are lazy, so
 * whoever runs an action of one translates with {@link #guard} or {@link #explain}.
 */
public final class StoreFaults {
  /** Simple names, since some of these classes exist twice: plain and shaded into Iceberg. */
  private static final Set<String> DAMAGE_TYPES =
      Set.of(
          "ChecksumException",
          "FileNotFoundException",
          "NoSuchFileException",
          "NotFoundException",
          "InvalidAvroMagicException");

  private StoreFaults() {}

  /** Does something with the store; a fault of the store comes out as a {@link HallException}. */
  public static <T> T guard(StoreLocation location, Supplier<T> work) {
    try {
      return work.get();
    } catch (HallException e) {
      throw e;
    } catch (RuntimeException e) {
      HallException known = explain(location, e);
      throw known == null ? e : known;
    } catch (Exception e) {
      // Scala declares nothing: Spark throws its checked exceptions through a supplier
      HallException known = explain(location, e);
      throw known == null ? new IllegalStateException(e.getMessage(), e) : known;
    }
  }

  /**
   * The fault of the store behind an exception, or null when it is none: {@code store-damaged}
   * (exit 3), {@code store-full}, {@code store-read-only}, {@code store-busy}, {@code
   * store-unreachable} (exit 4).
   */
  public static @Nullable HallException explain(StoreLocation location, Throwable fault) {
    Throwable cause = fault;
    // a chain of causes may close upon itself: far fewer links than this are ever seen
    for (int depth = 0; cause != null && depth < 50; depth++) {
      HallException known = one(location, fault, cause);
      if (known != null) {
        return known;
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static @Nullable HallException one(
      StoreLocation location, Throwable whole, Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    String lower = text.toLowerCase(Locale.ROOT);
    String type = cause.getClass().getSimpleName();
    if (cause instanceof HallException known) {
      return known;
    }
    if (lower.contains("no space left on device") || lower.contains("sqlite_full")) {
      return full(location, whole);
    }
    if (type.equals("AccessDeniedException")
        || lower.contains("permission denied")
        || lower.contains("read-only file system")
        || lower.contains("sqlite_readonly")
        || lower.contains("sqlite_cantopen")) {
      return readOnly(location, whole, text);
    }
    if (lower.contains("sqlite_busy")) {
      return busy(location, whole);
    }
    if (unreachable(cause, type)) {
      return unreachable(location, whole, text);
    }
    if (!isDamage(type, lower) || isElsewhere(location, type, text)) {
      return null;
    }
    String file = lower.contains("sqlite_") ? " " + location.root() + "/catalog.db" : "";
    return damaged(location, text + file, whole);
  }

  private static boolean unreachable(Throwable cause, String type) {
    if (cause instanceof SQLException sql && sql.getSQLState() != null) {
      return sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("28");
    }
    return cause instanceof ConnectException
        || cause instanceof UnknownHostException
        || type.equals("ServiceUnavailableException")
        || type.equals("NotAuthorizedException");
  }

  private static boolean isDamage(String type, String lower) {
    return DAMAGE_TYPES.contains(type)
        // a failed task's causes reach the driver as text only
        || lower.contains("exceptions.notfoundexception:")
        || lower.contains("filenotfoundexception:")
        || lower.contains("checksumexception:")
        || lower.contains("sqlite_corrupt")
        || lower.contains("sqlite_notadb")
        || lower.contains("is not a parquet file")
        || lower.contains("not an avro data file");
  }

  /** Whether a missing file is named that lies outside the store: one of the inbox, say. */
  private static boolean isElsewhere(StoreLocation location, String type, String text) {
    boolean missing = type.equals("FileNotFoundException") || type.equals("NoSuchFileException");
    return missing
        && text.contains("/")
        && !text.contains(location.root())
        && !text.contains("warehouse/");
  }

  /** A file of the store is missing or its bytes are not those that were written. */
  static HallException damaged(StoreLocation location, String detail, @Nullable Throwable cause) {
    HallException.Builder fault =
        HallException.of("store-damaged", ExitStatus.REFUSED, "数据仓文件损坏或缺失，没有给出任何数字")
            .english("a file of the store is damaged or missing: " + detail)
            .where(fileIn(detail, location))
            .next("从备份恢复该文件（连同同目录的隐藏 .crc 文件），再运行 hall doctor。");
    return cause == null ? fault.build() : fault.build(cause);
  }

  private static HallException full(StoreLocation location, Throwable cause) {
    return HallException.of("store-full", ExitStatus.OUTSIDE, "磁盘已满，本次运行未生效，原有数据不变")
        .english("no space left on device; nothing of this run counts")
        .where(location.root())
        .next("腾出空间后重新运行同一命令。")
        .build(cause);
  }

  private static HallException readOnly(StoreLocation location, Throwable cause, String detail) {
    return HallException.of("store-read-only", ExitStatus.OUTSIDE, "数据仓不可写，本次运行未生效")
        .english("the store cannot be written: " + detail)
        .where(location.root())
        .next("检查目录的属主与权限。")
        .build(cause);
  }

  private static HallException busy(StoreLocation location, Throwable cause) {
    return HallException.of("store-busy", ExitStatus.OUTSIDE, "目录库被别的程序占用")
        .english("another program holds the catalog")
        .where(location.root() + "/catalog.db")
        .next("关闭打开该文件的程序后重试。")
        .build(cause);
  }

  private static HallException unreachable(StoreLocation location, Throwable cause, String detail) {
    return HallException.of("store-unreachable", ExitStatus.OUTSIDE, "连不上数据仓或其目录库")
        .english("the store or its catalog does not answer: " + detail)
        .where(location.root())
        .next("检查 site.yaml 的 store: 与 catalog:、账号和网络后重试。")
        .build(cause);
  }

  /** The path named in a message, or the store where none is. */
  private static String fileIn(String message, StoreLocation location) {
    int at = message.indexOf(location.root());
    String prefix = "";
    if (at < 0) {
      at = message.indexOf("warehouse/");
      prefix = location.root() + "/";
    }
    if (at < 0) {
      return location.root();
    }
    int end = at;
    while (end < message.length() && !Character.isWhitespace(message.charAt(end))) {
      end++;
    }
    return prefix + message.substring(at, end).replaceAll("[:,;)\\]]+$", "");
  }
}
