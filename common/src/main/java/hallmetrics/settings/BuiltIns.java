package hallmetrics.settings;

import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.yaml.YamlFile.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in catalogue a site is read with: the one frozen into the conf folder by an edition,
 * else the one of the jar.
 */
final class BuiltIns {
  private static final String INDEX = "builtin/INDEX";
  private static final String PREFIX = CatalogueLoader.BUILT_IN + "catalogue/";

  private final ConfFiles files;

  BuiltIns(ConfFiles files) {
    this.files = files;
  }

  List<Named> catalogue() {
    Named index = files.find(INDEX);
    return index == null ? ofJar() : frozen(index);
  }

  private List<Named> ofJar() {
    List<Named> all = CatalogueLoader.builtIn();
    StringBuilder index = new StringBuilder();
    for (Named file : all) {
      String name = file.name().substring(PREFIX.length());
      files.remember("builtin/" + name, file.text());
      index.append(name).append('\n');
    }
    files.remember(INDEX, index.toString());
    return all;
  }

  private List<Named> frozen(Named index) {
    List<Named> all = new ArrayList<>();
    for (String name : index.text().lines().toList()) {
      Named file = files.find("builtin/" + name);
      if (file != null) {
        all.add(new Named(PREFIX + name, file.text()));
      }
    }
    return all;
  }
}
