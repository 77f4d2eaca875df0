package hallmetrics.command;

import hallmetrics.run.Software;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All verbs of {@code hall} on one screen. */
@Command(
    name = "hall",
    description = "政务服务指标：每晚入库、指标、版次、通报包。Figures of city service halls.",
    mixinStandardHelpOptions = true,
    versionProvider = Verbs.Version.class)
public final class Verbs implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Verbs() {}

  /** Runs a command line on the process's own terminal and answers its exit status. */
  public static int run(String... args) {
    return run(Terminal.system(), args);
  }

  /** Runs a command line on a terminal and answers its exit status; never throws. */
  public static int run(Terminal terminal, String... args) {
    return run(terminal, AirflowWorld.ofTheMachine(), args);
  }

  /**
   * The same at a time of day that is given: what is past its retention and what comes next depend
   * on it.
   */
  public static int run(Terminal terminal, Clock clock, String... args) {
    return run(terminal, AirflowWorld.ofTheMachine(), clock, args);
  }

  static int run(Terminal terminal, AirflowWorld world, String... args) {
    return run(terminal, world, Clock.systemUTC(), args);
  }

  private static int run(Terminal terminal, AirflowWorld world, Clock clock, String... args) {
    Faults faults = new Faults(terminal);
    return new CommandLine(new Verbs())
        .addSubcommand(new DemoVerb(terminal))
        .addSubcommand(new NightlyVerb(terminal))
        .addSubcommand(new IngestVerb(terminal))
        .addSubcommand(new MetricsVerb(terminal))
        .addSubcommand(new PublishVerb(terminal))
        .addSubcommand(new SqlVerb(terminal))
        .addSubcommand(new ExplainVerb(terminal))
        .addSubcommand(new CheckVerb(terminal))
        .addSubcommand(new DoctorVerb(terminal, clock))
        .addSubcommand(new PurgeVerb(terminal, clock))
        .addSubcommand(AirflowVerb.line(terminal, world))
        .addSubcommand(new StatusVerb(terminal, clock))
        .setResourceBundle(new UsageWords())
        .setExecutionExceptionHandler(faults)
        .setParameterExceptionHandler(faults)
        .execute(args);
  }

  /** The one version of the program. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"hall " + Software.VERSION};
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "缺少动词，请从下列命令中选一个。 A verb is missing.");
  }
}
