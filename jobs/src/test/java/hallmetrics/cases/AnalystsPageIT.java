package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.FullDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every question of docs/analysts.md on the demo city answers what the page prints ({@code
 * -Dgolden.update=true} writes it); those about an edition also what DuckDB says of its files.
 */
@Tag("slow")
class AnalystsPageIT {
  private static final Path PAGE = Path.of("../docs/analysts.md");
  private static final Pattern QUESTION =
      Pattern.compile("```sql\n(.*?)\n```\n\n```text\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern OF_EDITIONS =
      Pattern.compile("from edition_(\\w+)\nwhere period = '([^']+)'");

  @Test
  void everyQuestionAnswersWhatThePagePrints() throws Exception {
    Path demo = FullDemo.folder();
    String page = Files.readString(PAGE);
    Matcher question = QUESTION.matcher(page);
    StringBuilder fresh = new StringBuilder();
    int asked = 0;
    int compared = 0;
    while (question.find()) {
      String sql = question.group(1);
      CaseSite.Run run = sql(demo, sql);
      assertThat(run.status()).as(sql + "\n" + run.all()).isZero();
      String block = "```sql\n" + sql + "\n```\n\n```text\n" + run.out() + "```\n";
      question.appendReplacement(fresh, Matcher.quoteReplacement(block));
      asked++;
      compared += sameAsDuckDb(demo, sql, run.out()) ? 1 : 0;
    }
    question.appendTail(fresh);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, fresh);
    }
    assertThat(asked).isEqualTo(10);
    assertThat(compared).isEqualTo(3);
    assertThat(fresh.toString()).isEqualTo(Files.readString(PAGE));
    CaseSite.Run write = sql(demo, "delete from evaluation");
    assertThat(write.status()).isEqualTo(2);
    assertThat(write.err()).startsWith("只能查询，不能写入、修改或设置 [sql-not-a-query]");
  }

  private static CaseSite.Run sql(Path demo, String sql) {
    return CaseSite.run("sql", "--conf", demo.resolve("conf").toString(), sql);
  }

  /** The first column and the number of rows, by DuckDB over the file that CURRENT names. */
  private static boolean sameAsDuckDb(Path demo, String sql, String printed)
      throws IOException, SQLException {
    Matcher edition = OF_EDITIONS.matcher(sql);
    if (!edition.find()) {
      return false;
    }
    Path period = demo.resolve("store/editions").resolve(edition.group(2));
    String number = Files.readString(period.resolve("CURRENT")).strip();
    Path file = period.resolve(number).resolve(edition.group(1) + ".parquet");
    String same = edition.replaceFirst("from '" + file + "'\nwhere '' = ''");
    List<String> firsts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(same)) {
      while (rows.next()) {
        firsts.add(String.valueOf(rows.getObject(1)));
      }
    }
    List<String> lines = printed.lines().toList();
    List<String> ours =
        lines.subList(1, lines.size() - 1).stream().map(line -> line.split("  ", 2)[0]).toList();
    assertThat(ours).as(sql).isEqualTo(firsts);
    return true;
  }
}
