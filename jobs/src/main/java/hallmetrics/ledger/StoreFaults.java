package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says in a clerk's words what a file system, the catalog or Iceberg reports. Datasets are lazy, so
 * whoever runs an action of one translates with {@link #explain}.
 */
public final class StoreFaults {
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
    }
  }

  /** The fault of the store behind an exception, or null when it is none. */
  public static @Nullable HallException explain(StoreLocation location, Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      HallException known = one(location, fault, cause);
      if (known != null) {
        return known;
      }
      if (cause.getCause() == cause) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable HallException one(
      StoreLocation location, Throwable whole, Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    String lower = text.toLowerCase(Locale.ROOT);
    String type = cause.getClass().getSimpleName();
    if (lower.contains("no space left on device") || lower.contains("sqlite_full")) {
      return full(location, whole);
    }
    if (type.equals("AccessDeniedException")
        || lower.contains("permission denied")
        || lower.contains("read-only file system")
        || lower.contains("sqlite_readonly")) {
      return readOnly(location, whole, text);
    }
    if (damaged(type, lower)) {
      return damaged(location, whole, text);
    }
    return null;
  }

  private static boolean damaged(String type, String lower) {
    return type.equals("ChecksumException")
        || type.equals("FileNotFoundException")
        || type.equals("NotFoundException")
        || type.equals("InvalidAvroMagicException")
        || type.equals("ParquetCrcException")
        || lower.contains("sqlite_corrupt")
        || lower.contains("sqlite_notadb")
        || lower.contains("is not a parquet file")
        || lower.contains("not an avro data file");
  }

  /** A file of the store is missing or its bytes are not those that were written. */
  static HallException damaged(StoreLocation location, Throwable cause, String detail) {
    return HallException.of("store-damaged", ExitStatus.REFUSED, "数据仓文件损坏或缺失，未读取任何数字")
        .english("a file of the store is damaged or missing: " + detail)
        .where(fileIn(detail, location))
        .next("从备份恢复该文件（连同隐藏的 .crc 文件），再运行 hall doctor。")
        .build(cause);
  }

  private static HallException full(StoreLocation location, Throwable cause) {
    return HallException.of("store-full", ExitStatus.OUTSIDE, "磁盘已满，本次运行未生效，原有数据不变")
        .english("no space left on device; nothing of this run counts")
        .where(location.root())
        .next("腾出空间后重新运行同一命令。")
        .build(cause);
  }

  private static HallException readOnly(StoreLocation location, Throwable cause, String detail) {
    return HallException.of("store-read-only", ExitStatus.OUTSIDE, "数据仓不可写，未读取任何报送")
        .english("the store cannot be written: " + detail)
        .where(location.root())
        .next("检查目录的属主与权限。")
        .build(cause);
  }

  /** The path named in a message, or the store where none is. */
  private static String fileIn(String message, StoreLocation location) {
    int at = message.indexOf(location.root());
    if (at < 0) {
      at = message.indexOf("warehouse/");
    }
    if (at < 0) {
      return location.root();
    }
    int end = at;
    while (end < message.length() && !Character.isWhitespace(message.charAt(end))) {
      end++;
    }
    String path = message.substring(at, end);
    return path.replaceAll("[:,;)\\]]+$", "");
  }
}
