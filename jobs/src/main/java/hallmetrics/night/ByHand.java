package hallmetrics.night;

import hallmetrics.ingest.Refusal;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.run.Workplace;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Commands for a shell: a night, or the reading of one file now, whatever was decided of it before.
 * What may not be printed of a file's name or of the folders a sender made stands in it as a
 * wildcard; where that means several files, the command says so in a shell's comment.
 */
public final class ByHand {
  private ByHand() {}

  /**
   * The command.
   *
   * @param fault why it was refused; a file without a day needs one
   */
  public static String command(Workplace workplace, String source, Path file, String fault) {
    StringBuilder command = new StringBuilder(hall("ingest", workplace));
    command.append(" --source ").append(source);
    if (fault.equals(Refusal.UNDATED.code())) {
      command.append(" --as-of YYYY-MM-DD");
    }
    return command.append(' ').append(MaskedPath.of(workplace.inbox(), file).word()).toString();
  }

  /** A night of a date, for a shell. */
  public static String night(Workplace workplace, LocalDate day) {
    Path inbox = workplace.inbox();
    boolean usual = inbox.equals(workplace.site().options().inbox());
    return hall("nightly", workplace) + (usual ? "" : " --inbox " + word(inbox)) + " --date " + day;
  }

  /** A verb on this site. */
  public static String conf(String verb, Workplace workplace) {
    return "hall " + verb + " --conf " + word(workplace.site().conf());
  }

  /** A verb on this site and store. */
  static String hall(String verb, Workplace workplace) {
    String command = conf(verb, workplace);
    StoreLocation store = workplace.store();
    String usual = workplace.site().options().store();
    return store.root().equals(new StoreLocation(usual, store.catalog()).root())
        ? command
        : command + " --store " + word(Path.of(store.root()));
  }

  private static String word(Path path) {
    return MaskedPath.literal(path.toString());
  }
}
