package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Editions;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nightly --dry-run: what the night would publish, and which published figures would differ. */
class DryRunTest {
  private static final Pattern MOVED = Pattern.compile("，第1版：有 (\\d+) 个数会不同");

  @TempDir private Path folder;

  @Test
  void publishedFiguresThatWouldDifferAreToldAsTheyThenDo() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    CaseSite.Run closing = site.ends(0, "nightly --dry-run --date 2026-11-05 {site}");
    assertThat(closing.out()).contains("2026年11月5日：没有数据，日版照出。\n", "2026年10月：会首次发布。\n", "什么也没有写入");
    assertThat(new Editions(site.store()).newest("2026-10")).isZero();
    site.ends(0, "nightly --date 2026-11-05 {site}");

    deliver(site, "pj_20261105.csv", "2026-11-05", 4);
    deliver(site, "pj_20261104.csv", "2026-10-20", 3);
    CaseSite.Run late = site.ends(0, "nightly --dry-run --date 2026-11-05 {site}");
    // by hand: October has 48 ratings, of 44 active ones 5 are bad
    assertThat(late.out())
        .contains("  评价总量 全市：0 → 4\n", "  评价总量 全市：48 → 51\n")
        .contains("  好评率（主动） 全市：88.64%（39/44） → 82.98%（39/47）\n")
        .contains("会出新版。", "夜间不改已发布的，要改须 hall publish --period 2026-10 --reason …。");
    assertThat(new Editions(site.store()).newest("2026-11-05")).isOne();

    site.ends(0, "nightly --date 2026-11-05 {site}");
    site.ends(0, "publish --period 2026-10 --reason 补收 {site}");
    assertThat(told(late, "2026年11月5日")).isEqualTo(moved(site, "2026-11-05")).isPositive();
    assertThat(told(late, "2026年10月")).isEqualTo(moved(site, "2026-10")).isPositive();
  }

  private static long told(CaseSite.Run run, String period) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(period + "，"))
        .map(MOVED::matcher)
        .filter(Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  /** Figures of the first and second edition that are not the same. */
  private static long moved(CaseSite site, String period) {
    Map<List<String>, List<Object>> first = figures(site, period, 1);
    Map<List<String>, List<Object>> second = figures(site, period, 2);
    long gone = first.keySet().stream().filter(key -> !second.containsKey(key)).count();
    return gone
        + second.entrySet().stream()
            .filter(row -> !row.getValue().equals(first.get(row.getKey())))
            .count();
  }

  private static Map<List<String>, List<Object>> figures(
      CaseSite site, String period, int edition) {
    Path table = new Editions(site.store()).folder(period, edition).resolve("metrics.parquet");
    Map<List<String>, List<Object>> figures = new HashMap<>();
    for (MetricRow row : ParquetTable.read(table, MetricRow.class)) {
      figures.put(
          List.of(
              row.grain(), row.metric(), row.scope(), row.scopeId(), row.split(), row.splitValue()),
          Arrays.asList(row.numerator(), row.denominator(), row.value()));
    }
    return figures;
  }

  private static void deliver(CaseSite site, String name, String day, int bad) throws IOException {
    StringBuilder text = new StringBuilder(CaseSite.RATINGS);
    for (int i = 0; i < bad; i++) {
      text.append("N%s%d,%s 10:00:00,1,2,D1,H1,GA,,,%s 10:00:00,\n".formatted(day, i, day, day));
    }
    Files.writeString(site.folder().resolve("inbox/ratings").resolve(name), text);
  }
}
