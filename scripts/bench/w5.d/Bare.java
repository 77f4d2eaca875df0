import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The least program that prints a help: what a command line of one verb costs. */
@Command(name = "bare", description = "A bare program.", mixinStandardHelpOptions = true)
public final class Bare implements Runnable {
  @Option(names = "--date", description = "A day.")
  private String date = "";

  /** Prints its help. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bare()).execute(arguments));
  }

  @Override
  public void run() {
    System.out.println(date);
  }
}
