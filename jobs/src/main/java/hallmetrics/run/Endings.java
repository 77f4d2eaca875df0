package hallmetrics.run;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.value.Mask;
import java.util.Locale;

/** What a run that threw ended with, as a person reads it. */
public final class Endings {
  private Endings() {}

  /** The fault behind an exception; one nobody foresaw is {@code internal}, exit 5. */
  public static HallException of(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof HallException hall) {
        return hall;
      }
      String message = String.valueOf(cause.getMessage());
      if (message.toLowerCase(Locale.ROOT).contains("no space left on device")) {
        return HallException.of("disk-full", ExitStatus.OUTSIDE, "磁盘已满，没做完的不算数，已发布的不受影响")
            .english("the disk is full; what was published stands")
            .where(Mask.numbers(message))
            .next("腾出空间后重跑同一条命令。")
            .build(fault);
      }
      if (message.contains("INVALID_DRIVER_MEMORY")) {
        return HallException.of("heap-small", ExitStatus.USAGE, "给程序的内存太小，Spark 起不来")
            .english("the heap is too small for Spark")
            .next("把 HALL_HEAP 设为 512m 以上（默认 2g）后重跑。")
            .build(fault);
      }
      if (message.contains("SparkContext was shut down")) {
        return stopped().build(fault);
      }
    }
    if (stopping()) {
      return stopped().build(fault);
    }
    return HallException.of("internal", ExitStatus.OURS, "程序自身出错，没做完的不算数，已发布的不受影响")
        .english("an internal error; what was published stands")
        .where(Mask.numbers(fault.toString()))
        .next("保留日志，连同命令一起发给维护者；数据未丢失，可重跑。")
        .build(fault);
  }

  /** What is said of a run that was stopped. */
  static HallException.Builder stopped() {
    return HallException.of("stopped", ExitStatus.OUTSIDE, "运行中途被停止，没做完的不算数，已发布的不受影响")
        .english("the run was stopped while it worked; what was published stands")
        .next("需要时重跑同一条命令，已入库的不会重复。");
  }

  /** Whether the process is being ended: what then breaks is no fault of the program. */
  private static boolean stopping() {
    Thread none = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(none);
      Runtime.getRuntime().removeShutdownHook(none);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  /** The whole message of a fault; what was typed may be a number of a person, masked here. */
  public static String message(HallException fault) {
    return Mask.numbers(String.valueOf(fault.getMessage()));
  }
}
