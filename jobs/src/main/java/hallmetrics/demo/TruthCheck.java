package hallmetrics.demo;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.FateRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.edition.RankingRow;
import hallmetrics.record.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays what an edition claims beside what was planted. */
public final class TruthCheck {
  private final Delivered delivered;
  private final Path inbox;
  private final List<ClaimRow> claims;
  private final List<RankingRow> rankings;
  private final List<MetricRow> metrics;
  private final List<FateRow> fates;

  private TruthCheck(Delivered delivered, Path inbox, Path edition) {
    this.delivered = delivered;
    this.inbox = inbox;
    this.claims = ParquetTable.read(edition.resolve("claims.parquet"), ClaimRow.class);
    this.rankings = ParquetTable.read(edition.resolve("rankings.parquet"), RankingRow.class);
    this.metrics = ParquetTable.read(edition.resolve("metrics.parquet"), MetricRow.class);
    this.fates = ParquetTable.read(edition.resolve("fates.parquet"), FateRow.class);
  }

  /**
   * Every truth as FOUND or MISSING, then every claim nobody planted as OTHER.
   *
   * @param edition folder of the edition of 2026-10
   */
  public static List<TruthRow> of(Delivered delivered, Path inbox, Path edition) {
    TruthCheck check = new TruthCheck(delivered, inbox, edition);
    List<TruthRow> rows = new ArrayList<>();
    for (Truth truth : delivered.truths().all()) {
      rows.add(row(truth, check.isFound(truth)));
    }
    check.claims.stream()
        .filter(claim -> !check.isPlanted(claim))
        .forEach(claim -> rows.add(other(claim)));
    return rows;
  }

  private boolean isFound(Truth truth) {
    return switch (truth.kind()) {
      case NAMED ->
          claims.stream().anyMatch(claim -> isAbout(claim, truth) && "WORST".equals(claim.side()));
      case REFUSED -> claims.stream().anyMatch(claim -> isFile(claim, truth));
      case NOT_RECEIVED ->
          claims.stream().anyMatch(claim -> isSilence(claim, truth)) && isNoZero(truth);
      case NOT_RANKED ->
          rankings.stream()
              .filter(row -> row.metric().equals(truth.metric()))
              .filter(row -> isUnit(row.scope(), row.scopeId(), truth))
              .anyMatch(row -> row.rank() == null && "SMALL_SAMPLE".equals(row.unrankedReason()));
      case REPEATED -> isCountedOnce(truth);
    };
  }

  private static boolean isUnit(String scope, String scopeId, Truth truth) {
    return scope.equals(truth.scope()) && scopeId.equals(truth.scopeId());
  }

  private static boolean isAbout(ClaimRow claim, Truth truth) {
    return claim.kind().equals(truth.kind().name())
        && Objects.equals(claim.metric(), truth.metric())
        && Objects.equals(claim.scope(), truth.scope())
        && Objects.equals(claim.scopeId(), truth.scopeId());
  }

  private static boolean isFile(ClaimRow claim, Truth truth) {
    String path = truth.path();
    return claim.kind().equals("REFUSED")
        && Objects.equals(claim.source(), truth.source())
        && path != null
        && path.endsWith("/" + claim.file());
  }

  private static boolean isSilence(ClaimRow claim, Truth truth) {
    return claim.kind().equals("NOT_RECEIVED")
        && Objects.equals(claim.scope(), truth.scope())
        && Objects.equals(claim.scopeId(), truth.scopeId())
        && truth.days().get(0).toString().equals(claim.since());
  }

  /** The silent unit's own figure says that it is not whole. */
  private boolean isNoZero(Truth truth) {
    return metrics.stream()
        .filter(row -> row.metric().equals(truth.metric()) && row.split().isEmpty())
        .filter(row -> isUnit(row.scope(), row.scopeId(), truth))
        .allMatch(row -> Set.of("PARTIAL", "NOT_RECEIVED").contains(row.state()));
  }

  /** Of a file and its copy only one was read: its fates add up to its records. */
  private boolean isCountedOnce(Truth truth) {
    DeliveredFile file =
        delivered.files().stream()
            .filter(one -> one.path().equals(truth.path()))
            .findFirst()
            .orElseThrow();
    String sha256 = sha256(file);
    long records =
        fates.stream()
            .filter(fate -> fate.delivery().equals(sha256))
            .mapToLong(FateRow::records)
            .sum();
    return records == file.records();
  }

  private String sha256(DeliveredFile file) {
    try {
      return Delivery.of(file.source(), inbox.resolve(file.path()), Instant.EPOCH).sha256();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What was planted shows in more than one place: in the district's bodies, halls, the city. */
  private boolean isPlanted(ClaimRow claim) {
    Truths truths = delivered.truths();
    return switch (claim.kind()) {
      case "NAMED" -> truths.allows(said(claim.metric()), said(claim.scopeId()));
      case "OUTSIDE" -> truths.allowsCity(said(claim.metric()), said(claim.side()));
      case "NOT_RECEIVED" ->
          truths.of(Truth.Kind.NOT_RECEIVED).stream().anyMatch(truth -> isSilence(claim, truth));
      case "REFUSED" ->
          truths.of(Truth.Kind.REFUSED).stream().anyMatch(truth -> isFile(claim, truth));
      default -> false;
    };
  }

  private static String said(@Nullable String part) {
    return Objects.requireNonNullElse(part, "");
  }

  private static TruthRow row(Truth truth, boolean found) {
    return new TruthRow(
        found ? "FOUND" : "MISSING",
        truth.kind().name(),
        truth.metric(),
        truth.scope(),
        truth.scopeId(),
        truth.source(),
        truth.path(),
        truth.what());
  }

  private static TruthRow other(ClaimRow claim) {
    String about = claim.file() == null ? said(claim.scopeName()) : claim.file();
    return new TruthRow(
        "OTHER",
        claim.kind(),
        claim.metric(),
        claim.scope(),
        claim.scopeId(),
        claim.source(),
        claim.file(),
        about
            + (claim.side() == null ? "" : " " + claim.side())
            + (claim.pValue() == null ? "" : " p=" + claim.pValue())
            + (claim.since() == null ? "" : " 自 " + claim.since())
            + (claim.reason() == null ? "" : " " + claim.reason()));
  }
}
