package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a store lies and which catalog holds the current state of its tables. No Spark needed.
 *
 * @param root absolute local path, or {@code hdfs://…}, {@code s3a://…}; no slash at the end
 * @param catalog the site's {@code catalog:} mapping: type (sqlite, postgresql, rest; sqlite when
 *     absent), uri, user, password_file; other keys go to the catalog as they are
 */
public record StoreLocation(String root, Map<String, String> catalog) {
  /** The catalog's name, stored inside the catalog: a constant of the product. */
  public static final String CATALOG = "h";

  /**
   * Checks the pair.
   *
   * @throws HallException {@code store-catalog}, exit 2, for an unknown catalog type, a missing
   *     address, or a remote store with the SQLite catalog
   */
  public StoreLocation {
    root = normal(root);
    catalog = Map.copyOf(catalog);
    String type = catalog.getOrDefault("type", "sqlite");
    switch (type) {
      case "sqlite" -> {
        if (isRemote(root)) {
          throw wrong(
              "远程数据仓（" + root + "）不能用 SQLite 目录",
              "a remote store needs a PostgreSQL or REST catalog",
              "在 site.yaml 的 catalog: 中写 type: postgresql 或 rest 及其 uri。");
        }
      }
      case "postgresql", "rest" -> {
        if (!catalog.containsKey("uri")) {
          throw wrong(
              "catalog 缺少 uri", "the catalog has no uri", "在 site.yaml 的 catalog: 中补上 uri。");
        }
      }
      default ->
          throw wrong(
              "不认识的 catalog 类型 '" + type + "'",
              "unknown catalog type '" + type + "'",
              "只能是 sqlite、postgresql 或 rest。");
    }
  }

  /** A store in a local folder with the SQLite catalog inside it. */
  public static StoreLocation local(Path folder) {
    return new StoreLocation(folder.toString(), Map.of());
  }

  /** Whether the store lies outside the local file system. */
  public boolean remote() {
    return isRemote(root);
  }

  /** The local folder. */
  public Path folder() {
    if (remote()) {
      throw new IllegalStateException("not a local store: " + root);
    }
    return Path.of(root);
  }

  /** The catalog type: sqlite, postgresql or rest. */
  public String catalogType() {
    return catalog.getOrDefault("type", "sqlite");
  }

  /** Iceberg's properties of the catalog; holds the password where the site names a file of it. */
  Map<String, String> properties() {
    Map<String, String> all = new TreeMap<>(catalog);
    all.keySet().removeAll(List.of("type", "uri", "user", "password_file"));
    if (catalogType().equals("rest")) {
      all.put("catalog-impl", "org.apache.iceberg.rest.RESTCatalog");
      secret("token", all);
    } else {
      all.put("catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog");
      all.put("jdbc.schema-version", "V1");
      String user = catalog.get("user");
      if (user != null) {
        all.put("jdbc.user", user);
      }
      secret("jdbc.password", all);
    }
    all.put("uri", catalog.getOrDefault("uri", "jdbc:sqlite:" + root + "/catalog.db"));
    all.put("warehouse", "warehouse");
    all.put("io-impl", StoreIO.class.getName());
    all.put(StoreIO.ROOT, root);
    all.put("cache-enabled", "false");
    return all;
  }

  /** DriverManager sees only drivers of class loaders it has met. */
  void loadDriver() {
    String driver =
        switch (catalogType()) {
          case "sqlite" -> "org.sqlite.JDBC";
          case "postgresql" -> "org.postgresql.Driver";
          default -> StoreLocation.class.getName();
        };
    try {
      Class.forName(driver);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not in the jar: " + driver, e);
    }
  }

  private void secret(String key, Map<String, String> into) {
    String file = catalog.get("password_file");
    if (file == null) {
      return;
    }
    try {
      into.put(key, Files.readString(Path.of(file), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw HallException.of("store-catalog", ExitStatus.USAGE, "读不到目录库的口令文件")
          .english("the catalog's password file cannot be read")
          .where(file)
          .next("检查 site.yaml 的 catalog.password_file 及其权限。")
          .build(e);
    }
  }

  private static String normal(String root) {
    String plain = root.startsWith("file:") ? Path.of(URI.create(root)).toString() : root;
    if (isRemote(plain)) {
      return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
    return Path.of(plain).toAbsolutePath().normalize().toString();
  }

  private static boolean isRemote(String root) {
    return root.contains("://");
  }

  private static HallException wrong(String chinese, String english, String next) {
    return HallException.of("store-catalog", ExitStatus.USAGE, chinese)
        .english(english)
        .where("site.yaml catalog:")
        .next(next)
        .build();
  }
}
