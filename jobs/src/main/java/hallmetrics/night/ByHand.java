package hallmetrics.night;

import hallmetrics.ingest.Known;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.run.Workplace;
import hallmetrics.value.Mask;
import java.nio.file.Path;

/**
 * The command that reads one file now, whatever was decided of it before; for a shell. What may not
 * be printed of a file's name stands in it as a wildcard.
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
    if (fault.equals(Known.NO_AS_OF)) {
      command.append(" --as-of YYYY-MM-DD");
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    String name = Mask.fileName(String.valueOf(file.getFileName()));
    return command
        .append(' ')
        .append(folder == null ? "" : word(folder) + "/")
        .append(quoted(name, true))
        .toString();
  }

  private static String word(Path path) {
    return quoted(path.toString(), false);
  }

  private static String quoted(String text, boolean wild) {
    StringBuilder word = new StringBuilder();
    text.replaceAll("〔[^〕]*〕", "*")
        .codePoints()
        .forEach(
            c -> {
              boolean plain =
                  c > 127
                      || Character.isLetterOrDigit(c)
                      || "_./-:=@%+,".indexOf(c) >= 0
                      || (wild && c == '*');
              if (!plain) {
                word.append('\\');
              }
              word.appendCodePoint(c);
            });
    return word.toString();
  }
}
