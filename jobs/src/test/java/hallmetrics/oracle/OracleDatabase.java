package hallmetrics.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** One DuckDB database in memory with a month recomputed from the deliveries alone. */
final class OracleDatabase implements AutoCloseable {

  /** What the recomputation reads: texts of the deliveries, registers, calendar, targets. */
  record Inputs(Path text, Path registers, Path standards, Path targets) {}

  private static final List<String> SCRIPTS =
      List.of(
          "00_periods",
          "01_calendar",
          "02_places",
          "10_city_evaluation",
          "11_kiosk_evaluation",
          "12_paper_evaluation",
          "13_evaluation",
          "14_service_case",
          "15_hotline",
          "16_ledgers",
          "20_metrics_defined",
          "21_facts_evaluation",
          "22_facts_service_case",
          "23_facts_hotline",
          "24_facts_ledgers",
          "30_not_received",
          "40_cells",
          "50_metrics",
          "60_rankings");

  private final Connection connection;

  private OracleDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Recomputes the month with the deliveries whose as_of is not later than the day given. */
  static OracleDatabase of(Inputs inputs, YearMonth month, LocalDate asOf) throws SQLException {
    OracleDatabase database = new OracleDatabase(DriverManager.getConnection("jdbc:duckdb:"));
    database.set("text", inputs.text().toString());
    database.set("registers", inputs.registers().toString());
    database.set("standards", inputs.standards().toString());
    database.set("targets", inputs.targets().toString());
    database.set("period_start", month.atDay(1).toString());
    database.set("as_of", asOf.toString());
    for (String script : SCRIPTS) {
      database.run(script);
    }
    return database;
  }

  /** Sets a variable of the scripts. */
  void set(String name, String value) throws SQLException {
    execute("set variable " + name + " = '" + value.replace("'", "''") + "'");
  }

  /** Runs one of the files under {@code oracle/}. */
  void run(String script) throws SQLException {
    try {
      execute(text(script));
    } catch (SQLException e) {
      throw new SQLException(script + ".sql: " + e.getMessage(), e);
    }
  }

  private static String text(String script) {
    String name = "/oracle/" + script + ".sql";
    try (InputStream in = OracleDatabase.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no such script: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, each cell as text ({@code null} as the word null). */
  List<List<String>> rows(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
