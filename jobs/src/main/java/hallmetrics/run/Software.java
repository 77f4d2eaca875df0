package hallmetrics.run;

/** What this program calls itself in run records, manifests and on pages. */
public final class Software {
  /** Name and version. */
  public static final String NAME = "hallmetrics " + version();

  private Software() {}

  private static String version() {
    String packaged = Software.class.getPackage().getImplementationVersion();
    return packaged == null ? "0.1.0" : packaged;
  }
}
