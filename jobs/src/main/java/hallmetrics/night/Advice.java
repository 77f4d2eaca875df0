package hallmetrics.night;

import hallmetrics.gate.Gate;
import hallmetrics.ingest.Found;
import hallmetrics.ingest.Refusal;
import hallmetrics.ingest.Unread;
import hallmetrics.run.Workplace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to do about a file that stays out. */
final class Advice {
  /** Where the reasons of rejected records are seen while nothing is stored. */
  static final String CHECK = "hall check 文件 逐列列出";

  private final Workplace workplace;
  private final Map<String, Path> where = new HashMap<>();

  /** Of the files of one look; they are read from copies, but lie where they were found. */
  Advice(Workplace workplace, Found found) {
    this.workplace = workplace;
    Stream.concat(found.unread().stream(), found.undated().stream())
        .forEach(one -> where.put(one.delivery().sha256(), Path.of(one.delivery().path())));
  }

  /**
   * Where the reasons of rejected records are seen that no line has room for (Chinese).
   *
   * @param run by which they are stored; null where they are not
   */
  String more(@Nullable String run) {
    return run == null
        ? CHECK
        : ByHand.hall("sql", workplace)
            + " \"select source, reason, records from fates where run = '"
            + run
            + "' and fate = 'REJECTED' order by records desc\" 全部列出";
  }

  /** The next step (Chinese), with the command that reads it after a mend. */
  String of(Unread file, Refusal why) {
    String source = file.source().name();
    String yaml = "sources/" + source + ".yaml";
    Path path = where.getOrDefault(file.delivery().sha256(), Path.of(file.delivery().path()));
    String now = "，再跑 nightly 时自动重读；只读这一份：" + ByHand.command(workplace, source, path, why.code());
    if (why.code().equals(Refusal.UNDATED.code())) {
      return "改名使文件名带日期，或在 " + yaml + " 写 as_of" + now;
    }
    Optional<Gate> gate =
        workplace.gates().stream().filter(one -> one.name().equals(why.code())).findFirst();
    return gate.map(one -> one.next() + "改好 " + yaml)
            .orElse("文件有错的请报送方改正后重报，并移走这一份；" + yaml + " 有错的改好它")
        + now;
  }
}
