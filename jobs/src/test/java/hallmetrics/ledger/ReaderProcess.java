package hallmetrics.ledger;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes and reads a run by a class loader that has no Spark. */
final class ReaderProcess {
  private ReaderProcess() {}

  public static void main(String[] arguments) throws Exception {
    List<URL> path = new ArrayList<>();
    for (String entry : List.of(System.getProperty("java.class.path").split(":", -1))) {
      path.add(Path.of(entry).toUri().toURL());
    }
    try (NoSpark loader = new NoSpark(path.toArray(URL[]::new))) {
      Thread.currentThread().setContextClassLoader(loader);
      loader
          .loadClass(Work.class.getName())
          .getMethod("run", String.class)
          .invoke(null, arguments[0]);
    }
  }

  /** Finds everything but Spark's classes. */
  private static final class NoSpark extends URLClassLoader {
    NoSpark(URL[] path) {
      super(path, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.apache.spark.")) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }
  }

  /** What the loader runs. */
  public static final class Work {
    private Work() {}

    /** Appends a run and reads all. */
    public static void run(String root) {
      StoreLocation location = StoreLocation.local(Path.of(root));
      try (StoreCatalog catalog = StoreCatalog.open(location)) {
        catalog.ensureNamespaces();
        new Tables(catalog).ensure(List.of());
        new Runs(catalog).append(RunRecord.of(1, Nights.facts(), RunState.DECIDED, null, Map.of()));
      }
      try (StoreReader reader = StoreReader.open(location)) {
        System.out.println("runs " + reader.runs().size() + reader.deliveries() + reader.fates());
      }
    }
  }
}
