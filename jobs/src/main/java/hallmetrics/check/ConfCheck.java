package hallmetrics.check;

import hallmetrics.catalogue.Origin;
import hallmetrics.fault.Problems;
import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.Unclaimed;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.source.SourceSpec;
import hallmetrics.sql.SourceSqlCheck;
import hallmetrics.sql.SqlCheck;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.value.Mask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A checked configuration. Loading it found every problem of its files at once; here every SQL
 * expression is resolved too, which needs a Spark session and definitions without other problems.
 */
public final class ConfCheck {
  private static final int STRAYS = 10;
  private static final String BUILT_IN = "builtin:";

  private final Workplace workplace;

  /** A check of a site that was loaded. */
  public ConfCheck(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * A table to print.
   *
   * @param head titles of its columns (Chinese)
   */
  public record Listing(List<String> head, List<List<String>> rows) {}

  /**
   * Resolves every expression of catalogue, sources and gates.
   *
   * @throws hallmetrics.fault.HallException {@code conf-invalid}, exit 2, with every problem
   */
  public void expressions() {
    SparkSession session = Sessions.start(workplace.store(), Map.of());
    SqlFunctions.register(session, workplace.site().calendar(), workplace.site().policies());
    Problems problems = new Problems();
    new SqlCheck(session, workplace.site().catalogue(), problems).check();
    SourceSqlCheck sql =
        new SourceSqlCheck(session, workplace.site().catalogue().tables(), problems);
    sql.sources(workplace.sources());
    sql.gates(workplace.gates());
    problems.throwIfAny();
  }

  /** Where each definition in force was written. */
  public Listing definitions() {
    List<List<String>> rows = new ArrayList<>();
    for (Origin origin : workplace.site().catalogue().origins()) {
      String replaced = origin.replaced();
      rows.add(
          List.of(
              kind(origin.kind()),
              origin.name(),
              place(origin.place()),
              replaced == null ? "" : "替换 " + place(replaced)));
    }
    workplace
        .gates()
        .forEach(
            gate ->
                rows.add(List.of("闸门", gate.name(), place(gate.file() + ":" + gate.line()), "")));
    return new Listing(List.of("种类", "名称", "出处", ""), rows);
  }

  /** The sources, their locations and how many files lie there. */
  public Listing sources() {
    boolean there = Files.isDirectory(workplace.inbox());
    Inbox inbox = new Inbox(workplace.inbox(), workplace.sources());
    List<List<String>> rows = new ArrayList<>();
    for (SourceSpec source : workplace.sources()) {
      rows.add(
          List.of(
              source.name(),
              source.title(),
              source.into(),
              source.location(),
              there ? inbox.files(source).size() + " 个文件" : "报送目录不存在",
              place(source.file() + ":" + source.line())));
    }
    return new Listing(List.of("来源", "标题", "进表", "位置", "现有", "出处"), rows);
  }

  /** The folder files arrive in, when it does not exist; empty when it does. */
  public Optional<Path> missingInbox() {
    return Optional.of(workplace.inbox()).filter(folder -> !Files.isDirectory(folder));
  }

  /** Titles of the sources no file lies at the location of; empty without an inbox. */
  public List<String> without() {
    if (missingInbox().isPresent()) {
      return List.of();
    }
    Inbox inbox = new Inbox(workplace.inbox(), workplace.sources());
    return workplace.sources().stream()
        .filter(source -> inbox.files(source).isEmpty())
        .map(SourceSpec::name)
        .toList();
  }

  /** Files more than one source claims, each with the one that reads it; at most ten. */
  public List<String> claimedTwice() {
    if (missingInbox().isPresent()) {
      return List.of();
    }
    Inbox inbox = new Inbox(workplace.inbox(), workplace.sources());
    return workplace.sources().stream()
        .flatMap(source -> inbox.files(source).stream())
        .distinct()
        .filter(file -> inbox.claiming(file).size() > 1)
        .limit(STRAYS)
        .map(file -> claimed(file, inbox.claiming(file).stream().map(SourceSpec::name).toList()))
        .toList();
  }

  private String claimed(Path file, List<String> sources) {
    return Mask.path(workplace.inbox().relativize(file))
        + "：由 "
        + sources.get(0)
        + " 读入，"
        + String.join("、", sources.subList(1, sources.size()))
        + " 读不到";
  }

  /** What lies in the inbox and belongs to no source, as a night names it; at most ten. */
  public List<String> strays() {
    List<String> strays = Unclaimed.in(workplace.inbox(), workplace.sources());
    if (strays.size() > STRAYS) {
      List<String> first = new ArrayList<>(strays.subList(0, STRAYS));
      first.add("…… 另有 " + (strays.size() - STRAYS) + " 个");
      return first;
    }
    return strays;
  }

  /** A place below the conf folder without the folder, a built-in one as such. */
  private String place(String origin) {
    if (origin.startsWith(BUILT_IN)) {
      return "内置 " + origin.substring(BUILT_IN.length());
    }
    // the folder may have been named relative to where the command was started
    Path file = Path.of(origin).toAbsolutePath().normalize();
    Path conf = workplace.site().conf();
    return (file.startsWith(conf) ? conf.relativize(file) : file).toString();
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "table" -> "表";
      case "derived" -> "派生表";
      case "measure" -> "指标量";
      case "metric" -> "指标";
      case "ranking" -> "排名";
      case "page" -> "页面";
      default -> kind;
    };
  }
}
