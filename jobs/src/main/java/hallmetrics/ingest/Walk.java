package hallmetrics.ingest;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies below a folder, links followed. What vanishes meanwhile is as if it had never been
 * there: senders clear away what they sent. What cannot be looked into is kept for the caller.
 */
final class Walk extends SimpleFileVisitor<Path> {
  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();

  private Walk(Path root) {
    this.root = root;
  }

  /**
   * Walks.
   *
   * @throws IOException if the folder itself cannot be read
   */
  static Walk of(Path root) throws IOException {
    Walk walk = new Walk(root);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    walk.files.sort(null);
    walk.unreadable.sort(null);
    return walk;
  }

  /** Its regular files, by path. */
  List<Path> files() {
    return files;
  }

  /** Folders below it whose files nobody can tell, by path. */
  List<Path> unreadable() {
    return unreadable;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    // the mark Excel leaves beside a workbook that is open: nobody delivers it
    if (attributes.isRegularFile() && !String.valueOf(file.getFileName()).startsWith("~$")) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException broken) throws IOException {
    return failed(file, broken);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken)
      throws IOException {
    return broken == null ? FileVisitResult.CONTINUE : failed(folder, broken);
  }

  private FileVisitResult failed(Path path, IOException broken) throws IOException {
    if (path.equals(root)) {
      throw broken;
    }
    if (!(broken instanceof NoSuchFileException)) {
      unreadable.add(path);
    }
    return FileVisitResult.CONTINUE;
  }
}
