package hallmetrics.command;

import hallmetrics.fault.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the library of the command line says in English, in Chinese. */
final class UsageWords extends ListResourceBundle {
  @Override
  protected Object[][] getContents() {
    return new Object[][] {
      {"usage.synopsisHeading", "用法："},
      {"usage.commandListHeading", "%n命令：%n"},
      {"mixinStandardHelpOptions.help", "显示这份说明。Shows this help."},
      {"mixinStandardHelpOptions.version", "显示版本。Shows the version."},
    };
  }

  /** The first line for a command that is not written right. */
  static String sentence(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    List<String> said = new ArrayList<>();
    if (fault instanceof MissingParameterException missing) {
      said.add(
          "缺少 "
              + missing.getMissing().stream()
                  .map(UsageWords::print)
                  .collect(Collectors.joining("、")));
    }
    List<String> unknown =
        fault instanceof UnmatchedArgumentException unmatched
            ? unmatched.getUnmatched()
            : command.getUnmatchedArguments();
    unknown.stream().limit(1).forEach(word -> said.add("不认识 '" + word + "'" + near(word, command)));
    return "命令写得不对" + (said.isEmpty() ? "" : "：" + String.join("；", said));
  }

  private static String print(ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : missing.paramLabel();
  }

  private static String near(String word, CommandLine command) {
    Set<String> known =
        word.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    int value = word.indexOf('=');
    return Nearest.hint(word.startsWith("-") && value > 0 ? word.substring(0, value) : word, known);
  }
}
