package hallmetrics.publish;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.Editions;
import hallmetrics.edition.Manifest;
import hallmetrics.edition.RestatementRow;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.ledger.View;
import hallmetrics.run.Progress;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Computes the tables of a published edition again, from the snapshots its tag keeps and the
 * configuration in its conf.zip, into {@code rebuilt/<period>/<n>/} of the store, and compares. It
 * needs no lock: what it reads never changes, and it writes nowhere else.
 */
public final class RebuildVisit {
  private final Workplace workplace;
  private final Progress progress;

  /** A visit; of the workplace only the store is used. */
  public RebuildVisit(Workplace workplace, Progress progress) {
    this.workplace = workplace;
    this.progress = progress;
  }

  /**
   * Computes an edition again.
   *
   * @param told gets what agrees and what differs, a line each
   * @throws HallException {@code edition-unknown}, {@code edition-without-conf}, {@code
   *     edition-conf}, exit 2; {@code edition-damaged}, {@code edition-untagged}, {@code
   *     rebuild-differs}, exit 3
   */
  public void run(Period period, int edition, Consumer<String> told) {
    Path store = workplace.store().folder();
    Original original = Original.of(new Editions(store), period.toString(), edition);
    Path kept =
        store.resolve("rebuilt").resolve(period.toString()).resolve(Integer.toString(edition));
    Rebuilt rebuilt = Rebuilt.begin(kept);
    Agreement agreement;
    try {
      agreement = agreement(original, period, edition, rebuilt.own(), kept, told);
    } finally {
      rebuilt.keep();
    }
    agreement.lines().forEach(told);
    agreement.conclude(period.title() + "第" + edition + "版", told);
  }

  private Agreement agreement(
      Original original,
      Period period,
      int edition,
      Path folder,
      Path kept,
      Consumer<String> told) {
    Workplace then = original.site(workplace, folder.resolve("conf"), kept.resolve("conf"));
    if (original.byAnother()) {
      told.accept(
          "这一版由 "
              + original.manifest().software()
              + " 发布，本程序是另一版本，算法若已改，结果可能不同。 Published by another version.");
    }
    progress.stage("重算", period.title() + "第" + edition + "版");
    Manifest again =
        StoreFaults.guard(workplace.store(), () -> computed(then, period, original, folder));
    return Agreement.of(original, folder, kept, again);
  }

  private static Manifest computed(Workplace then, Period period, Original original, Path folder) {
    SparkSession session = Sessions.start(then.store(), Map.of());
    SqlFunctions.register(session, then.site().calendar(), then.site().policies());
    Manifest manifest = original.manifest();
    try (Store store =
        Store.open(session, then.store(), then.site().catalogue().tables().values())) {
      View view = store.edition(Manifest.tag(manifest.period(), manifest.edition()));
      requireTags(view, original, then);
      LocalDate asOf = LocalDate.parse(manifest.asOf());
      Basis basis = Basis.begin(session, then, view, asOf);
      ManifestDraft draft = ManifestDraft.begin(session, view, then.site(), basis.evidence());
      Basis.Computed computed = basis.compute(period);
      Figures figures = computed.figures();
      List<RestatementRow> restated = original.restated(figures.metrics());
      EditionMaker.tables(
          folder,
          figures,
          basis.evidence().fates(period, asOf),
          restated,
          claims(basis, period, computed, original));
      return draft.of(manifest.period(), manifest.edition(), manifest.reason(), asOf, figures);
    }
  }

  private static @Nullable List<ClaimRow> claims(
      Basis basis, Period period, Basis.Computed computed, Original original) {
    return original.manifest().files().containsKey("claims.parquet")
        ? basis.parts(period, computed.claims()).claims()
        : null;
  }

  private static void requireTags(View view, Original original, Workplace then) {
    List<String> lacking = Store.lacking(view, original.tables());
    if (lacking.isEmpty()) {
      return;
    }
    int months = then.site().options().editionTagMonths();
    throw HallException.of("edition-untagged", ExitStatus.REFUSED, "这一版所读的数据已不再保留，不能重算；已发布的这一版就是凭据")
        .english("its tag is gone from " + String.join(", ", lacking))
        .where(original.folder().toString())
        .next("标签保留 " + months + " 个月（当时的 edition_tags）；hall doctor 核对这一版的文件是否完好。")
        .build();
  }
}
