package hallmetrics.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/** An advisory lock of the catalog's PostgreSQL server; it ends with the connection. */
final class PostgresLock {
  private static final String HOLDER =
      "select a.application_name || ', ' || coalesce(host(a.client_addr), 'local')"
          + " || ', since ' || a.backend_start from pg_locks l join pg_stat_activity a"
          + " on a.pid = l.pid where l.locktype = 'advisory' and l.granted"
          + " and l.classid = (? >> 32)::int8::bit(32)::int8::oid"
          + " and l.objid = (? & 4294967295)::oid";

  private PostgresLock() {}

  /** The lock, or empty while another connection holds it. */
  static Optional<AutoCloseable> attempt(StoreLocation location, String title) {
    try {
      Connection connection = connect(location, title);
      try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
        lock.setLong(1, key(location));
        try (ResultSet answer = lock.executeQuery()) {
          answer.next();
          if (answer.getBoolean(1)) {
            return Optional.of(connection);
          }
        }
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new UncheckedSQLException(e, "run lock");
    }
  }

  /** Application, address and start of the connection that holds the lock. */
  static Optional<String> holder(StoreLocation location) {
    try (Connection connection = connect(location, "hall");
        PreparedStatement query = connection.prepareStatement(HOLDER)) {
      query.setLong(1, key(location));
      query.setLong(2, key(location));
      try (ResultSet answer = query.executeQuery()) {
        return answer.next() ? Optional.of(answer.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new UncheckedSQLException(e, "run lock");
    }
  }

  private static Connection connect(StoreLocation location, String title) throws SQLException {
    Map<String, String> catalog = location.properties();
    Properties login = new Properties();
    login.setProperty("ApplicationName", title.length() > 63 ? title.substring(0, 63) : title);
    if (catalog.containsKey("jdbc.user")) {
      login.setProperty("user", catalog.get("jdbc.user"));
    }
    if (catalog.containsKey("jdbc.password")) {
      login.setProperty("password", catalog.get("jdbc.password"));
    }
    return DriverManager.getConnection(catalog.get("uri"), login);
  }

  private static long key(StoreLocation location) {
    // positive and below 2^62: pg_locks shows it as two halves
    byte[] name = ("hallmetrics " + location.root()).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).getMostSignificantBits() >>> 2;
  }
}
