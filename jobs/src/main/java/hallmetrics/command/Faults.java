package hallmetrics.command;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.run.Endings;
import hallmetrics.run.Signalled;
import hallmetrics.value.Mask;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    HallException known = Endings.of(fault);
    if (!Signalled.told()) {
      terminal.complain(Endings.message(known));
    }
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
    HallException known =
        HallException.of("usage", ExitStatus.USAGE, UsageWords.sentence(fault))
            .english(String.valueOf(fault.getMessage()))
            .next("看 hall " + verb(command) + "--help 里的例子。")
            .build();
    terminal.complain(Endings.message(known));
    if (command.getCommandSpec().userObject() instanceof NightlyVerb) {
      RecordFile.refused(terminal, arguments, known);
    }
    return known.status().code();
  }

  private static String verb(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
  }

  private static String trace(Throwable fault) {
    StringWriter text = new StringWriter();
    fault.printStackTrace(new PrintWriter(text));
    return Mask.numbers(text.toString());
  }
}
