package hallmetrics.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code scripts/hall} under a JDK that is too new: one of this machine, else one that says so. */
final class TooNewJdk {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final long SECONDS = 60;

  private TooNewJdk() {}

  static CaseSite.Run launch(Path folder, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(words);
    command.set(0, Path.of("..", words.get(0)).toAbsolutePath().normalize().toString());
    Path out = folder.resolve("launch.out");
    Path err = folder.resolve("launch.err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", home(folder).toString());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the launcher did not end: " + Files.readString(err));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return new CaseSite.Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static Path home(Path folder) throws IOException {
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> homes = Files.list(INSTALLED)) {
        for (Path home : homes.sorted().toList()) {
          if (Files.isExecutable(home.resolve("bin/java")) && isTooNew(home.resolve("release"))) {
            return home;
          }
        }
      }
    }
    Path home = folder.resolve("jdk-25");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    return home;
  }

  private static boolean isTooNew(Path release) throws IOException {
    if (!Files.isRegularFile(release)) {
      return false;
    }
    String text = new String(Files.readAllBytes(release), StandardCharsets.UTF_8);
    return text.matches("(?s).*JAVA_VERSION=\"(2[4-9]|[3-9][0-9])[.\"].*");
  }
}
