package hallmetrics.night;

import hallmetrics.ingest.Refusal;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.run.Workplace;
import java.nio.file.Path;

/**
 * The command that reads one file now, whatever was decided of it before; for a shell. What may not
 * be printed of a file's name or of the folders a sender made stands in it as a wildcard; where
 * that means several files, the command says so in a shell's comment.
 */
public final class ByHand {
  private ByHand() {}

  /**
   * The command.
   *
   * @param fault why it was refused; a file without a day needs one
   */
  public static String command(Workplace workplace, String source, Path file, String fault) {
    StringBuilder command = new StringBuilder("hall ingest --conf ");
    command.append(word(workplace.site().conf()));
    StoreLocation store = workplace.store();
    String usual = workplace.site().options().store();
    if (!store.root().equals(new StoreLocation(usual, store.catalog()).root())) {
      command.append(" --store ").append(word(Path.of(store.root())));
    }
    command.append(" --source ").append(source);
    if (fault.equals(Refusal.UNDATED.code())) {
      command.append(" --as-of YYYY-MM-DD");
    }
    return command.append(' ').append(MaskedPath.of(workplace.inbox(), file).word()).toString();
  }

  private static String word(Path path) {
    return MaskedPath.literal(path.toString());
  }
}
