package hallmetrics.settings;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.yaml.YamlFile.Named;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of a conf folder; it remembers each it has read. */
final class ConfFiles {
  private final Path conf;
  private final TreeMap<String, String> read = new TreeMap<>();

  ConfFiles(Path conf) {
    this.conf = conf;
  }

  /** A text by its name below the folder; null when there is no such file. */
  @Nullable Named find(String name) {
    Path file = conf.resolve(name);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    String text = text(file);
    read.put(name, text);
    return new Named(file.toString(), text);
  }

  /** A text of the folder, else the one that comes with the product. */
  Named findOr(String name, String builtIn) {
    Named own = find(name);
    if (own != null) {
      return own;
    }
    read.put(name, builtIn);
    return new Named("builtin:" + name, builtIn);
  }

  /** The YAML files of a folder below it, by name; none when there is no such folder. */
  List<Named> yaml(String folder) {
    Path below = conf.resolve(folder);
    if (!Files.isDirectory(below)) {
      return List.of();
    }
    List<Named> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(below)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        Named text = name.matches(".*\\.ya?ml") ? find(folder + '/' + name) : null;
        if (text != null) {
          found.add(text);
        }
      }
    } catch (IOException unreadable) {
      throw fault(below, unreadable);
    }
    return found;
  }

  /** Remembers a text that comes with the product. */
  void remember(String name, String text) {
    read.put(name, text);
  }

  /** Every text read, by name. */
  TreeMap<String, String> texts() {
    return new TreeMap<>(read);
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException unreadable) {
      throw fault(file, unreadable);
    }
  }

  private static HallException fault(Path file, IOException unreadable) {
    boolean coding = unreadable instanceof MalformedInputException;
    return HallException.of("conf-unreadable", ExitStatus.USAGE, "配置文件无法读取")
        .english("a configuration file cannot be read: " + unreadable.getMessage())
        .where(file.toString())
        .next(coding ? "请把文件另存为 UTF-8 编码。" : "请检查文件和目录的权限。")
        .build(unreadable);
  }
}
