package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The finished jar: one copy of everything, Spark beside it, nothing that breaks a launch. */
class DistIT {
  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();

  @Test
  void sparkLiesBesideTheJarAndTheManifestNamesEveryPartOfIt() throws IOException {
    try (JarFile jar = hallJar()) {
      String classPath = jar.getManifest().getMainAttributes().getValue("Class-Path");
      assertThat(classPath.split(" ")).allSatisfy(part -> assertThat(DIST.resolve(part)).exists());
      assertThat(classPath.split(" ")).hasSize(sparkJars().size());
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("hallmetrics.Hall");
    }
  }

  @Test
  void noClassOfSparkIsInTheJar() throws IOException {
    Set<String> ours = classes(DIST.resolve("hall.jar"));
    TreeMap<String, String> twice = new TreeMap<>();
    for (Path jar : sparkJars()) {
      for (String name : classes(jar)) {
        if (ours.contains(name)) {
          twice.put(name, jar.getFileName().toString());
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void theServicesOfAllPartsAreMerged() throws IOException {
    assertThat(service("java.sql.Driver")).contains("org.sqlite.JDBC", "org.postgresql.Driver");
    assertThat(service("org.apache.spark.sql.sources.DataSourceRegister")).isNotEmpty();
  }

  @Test
  void logbackIsTheOnlyLoggingProvider() throws IOException {
    String name = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";
    assertThat(service("org.slf4j.spi.SLF4JServiceProvider"))
        .containsExactly("ch.qos.logback.classic.spi.LogbackServiceProvider");
    for (Path path : sparkJars()) {
      try (JarFile jar = new JarFile(path.toFile())) {
        assertThat(jar.getEntry(name)).as(path.toString()).isNull();
      }
    }
  }

  private static List<String> service(String type) throws IOException {
    try (JarFile jar = hallJar()) {
      JarEntry entry = jar.getJarEntry("META-INF/services/" + type);
      assertThat(entry).as(type).isNotNull();
      byte[] bytes = jar.getInputStream(entry).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
    }
  }

  private static Set<String> classes(Path path) throws IOException {
    Set<String> names = new HashSet<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(n -> n.endsWith(".class") && !n.startsWith("META-INF/"))
          .filter(n -> !n.endsWith("module-info.class"))
          .forEach(names::add);
    }
    return names;
  }

  private static List<Path> sparkJars() throws IOException {
    try (Stream<Path> files = Files.list(DIST.resolve("spark"))) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  private static JarFile hallJar() throws IOException {
    return new JarFile(DIST.resolve("hall.jar").toFile());
  }
}
