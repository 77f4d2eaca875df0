package hallmetrics.command;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.value.Mask;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever ended a verb into the lines a clerk reads and the exit status. */
final class Faults implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;

  Faults(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(
      Exception fault, CommandLine command, @Nullable ParseResult parsed) {
    HallException known = known(fault);
    // what was typed may be a number of a person, and the message repeats it
    terminal.complain(Mask.numbers(String.valueOf(known.getMessage())));
    // asked for here and not in a field: a help starts no logging
    Logger log = LoggerFactory.getLogger(Faults.class);
    if (known.status() == ExitStatus.OURS) {
      log.error("{}", trace(fault));
    } else {
      log.debug("{}", trace(fault));
    }
    return known.status().code();
  }

  @Override
  public int handleParseException(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    terminal.complain("命令写得不对 [usage]\n" + Mask.numbers(String.valueOf(fault.getMessage())));
    terminal.complain("下一步：看 hall " + verb(command) + "--help 里的例子。");
    return ExitStatus.USAGE.code();
  }

  private static String verb(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private static HallException known(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof HallException hall) {
        return hall;
      }
      String message = String.valueOf(cause.getMessage());
      if (message.toLowerCase(Locale.ROOT).contains("no space left on device")) {
        return HallException.of("disk-full", ExitStatus.OUTSIDE, "磁盘已满，本次没有写成，已发布的内容不受影响")
            .english("the disk is full; nothing was published")
            .where(Mask.numbers(message))
            .next("腾出空间后重跑同一条命令。")
            .build(fault);
      }
    }
    return HallException.of("internal", ExitStatus.OURS, "程序自身出错，本次没有发布任何内容")
        .english("an internal error; nothing was published")
        .where(Mask.numbers(fault.toString()))
        .next("保留日志，连同命令一起发给维护者；数据未丢失，可重跑。")
        .build(fault);
  }

  private static String trace(Throwable fault) {
    StringWriter text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    return Mask.numbers(text.toString());
  }
}
