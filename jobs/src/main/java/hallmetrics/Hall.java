package hallmetrics;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line {@code hall}, the same under {@code java -jar} and {@code spark-submit}.
 *
 * <p>This is the only class that ends the process, and only on a fault: a zero status returns from
 * {@code main}, because an exit inside a cluster's container counts as a failure there.
 */
@Command(
    name = "hall",
    description = "政务服务指标：每晚入库、指标、版次、通报包。Figures of city service halls.",
    mixinStandardHelpOptions = true,
    version = "hall 0.1.0")
public final class Hall implements Runnable {
  @Spec private CommandSpec spec;

  private Hall() {}

  /** Runs one verb; the process ends with its exit status where that is not zero. */
  public static void main(String[] args) {
    int status = new CommandLine(new Hall()).execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "缺少动词，请从下列命令中选一个。 A verb is missing.");
  }
}
