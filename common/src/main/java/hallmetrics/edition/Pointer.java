package hallmetrics.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** CURRENT in the folder of a period: which of the editions beside it readers follow. */
record Pointer(Path folder) {
  Path file() {
    return folder.resolve("CURRENT");
  }

  /** Lets readers follow an edition, from one instant to the next. */
  void move(int edition) throws IOException {
    Path next = folder.resolve(".CURRENT");
    Files.writeString(next, edition + "\n");
    Editions.syncFile(next);
    Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Editions.syncFile(folder);
  }

  /** The greatest number of a folder beside it; 0 where there is none. */
  int greatest() {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> String.valueOf(one.getFileName()))
          .filter(name -> name.matches("[1-9]\\d{0,8}"))
          .mapToInt(Integer::parseInt)
          .max()
          .orElse(0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
