package hallmetrics.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar that holds only {@link SparkProbe} and starts over hall.jar as if it were a part of it. */
final class ProbeJar {
  private ProbeJar() {}

  /** Writes {@code probe.jar} into a folder; its class path is hall.jar, its opens are hall's. */
  static Path write(Path folder, Path hallJar) throws IOException {
    Path probe = folder.resolve("probe.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, SparkProbe.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, hallJar.toUri().toString());
    try (JarFile hall = new JarFile(hallJar.toFile())) {
      attributes.putValue(
          "Add-Opens", hall.getManifest().getMainAttributes().getValue("Add-Opens"));
    }
    String name = SparkProbe.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(probe);
        JarOutputStream jar = new JarOutputStream(file, manifest);
        InputStream bytes = SparkProbe.class.getResourceAsStream("/" + name)) {
      if (bytes == null) {
        throw new IOException(name + " is not on the class path");
      }
      jar.putNextEntry(new JarEntry(name));
      bytes.transferTo(jar);
      jar.closeEntry();
    }
    return probe;
  }
}
