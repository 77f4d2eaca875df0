package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Caterpillar;
import hallmetrics.plot.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The rows of a ranking as printed: in the picture's strip and in its table alike. */
final class RankingRows {
  /** The first columns: value and part, which a unit without a rank has too. */
  private static final int FIGURES = 2;

  private final Figures figures;
  private final Metric metric;
  private final SortedMap<String, MetricRow> units;
  private final boolean grouped;

  RankingRows(Facts facts, Metric metric, String scope) {
    this.figures = new Figures(facts);
    this.metric = metric;
    this.units = facts.units(metric.id(), scope);
    this.grouped =
        facts.ranking(metric.id(), scope).stream().map(RankingRow::rankGroup).distinct().count()
            > 1;
  }

  List<String> columns() {
    return List.of(
        Figures.name(metric),
        Wording.of("column.part"),
        Wording.of("column.rank"),
        Wording.of("column.interval"),
        Wording.of("column.named"));
  }

  /** Deals the ranking out over sheets; heads of groups take rows too. */
  List<List<RankingRow>> sheets(List<RankingRow> ranking, int capacity) {
    List<List<RankingRow>> sheets = new ArrayList<>();
    List<RankingRow> sheet = new ArrayList<>();
    for (RankingRow row : ranking) {
      sheet.add(row);
      if (pictured(sheet).size() > capacity) {
        sheet.remove(sheet.size() - 1);
        sheets.add(List.copyOf(sheet));
        sheet.clear();
        sheet.add(row);
      }
    }
    if (!sheet.isEmpty() || sheets.isEmpty()) {
      sheets.add(List.copyOf(sheet));
    }
    return sheets;
  }

  List<Caterpillar.Row> pictured(List<RankingRow> rows) {
    List<Caterpillar.Row> pictured = new ArrayList<>();
    String group = "";
    boolean listed = false;
    for (RankingRow rank : rows) {
      boolean unranked = rank.rank() == null;
      boolean begins = !rank.rankGroup().equals(group);
      if (grouped && begins) {
        pictured.add(new Caterpillar.Group(rank.rankGroup()));
      }
      if (unranked && (!listed || begins)) {
        pictured.add(new Caterpillar.Group(Wording.of("ranking.unranked")));
      }
      group = rank.rankGroup();
      listed = unranked;
      pictured.add(row(rank));
    }
    return pictured;
  }

  private Caterpillar.Row row(RankingRow rank) {
    MetricRow row = units.get(rank.scopeId());
    Double value = row == null ? null : row.value();
    if (row == null || value == null || rank.rank() == null) {
      return new Caterpillar.Listed(
          rank.scopeName(), cells(rank, row).subList(0, FIGURES), figures.rank(rank));
    }
    double point = Figures.scaled(value, metric.unit());
    Double low = row.low();
    Double high = row.high();
    return new Caterpillar.Unit(
        rank.scopeName(),
        point,
        low == null ? point : Figures.scaled(low, metric.unit()),
        high == null ? point : Figures.scaled(high, metric.unit()),
        Verdicts.of(rank),
        cells(rank, row));
  }

  private List<String> cells(RankingRow rank, @Nullable MetricRow row) {
    return List.of(
        row == null ? Wording.of("none") : figures.cell(row),
        row == null ? Wording.of("none") : figures.part(row),
        figures.rank(rank),
        figures.interval(rank),
        rank.named() == null ? "" : Wording.of("named." + rank.named()));
  }

  Table table(List<RankingRow> rows) {
    List<Table.Column> columns = new ArrayList<>();
    if (grouped) {
      columns.add(Table.Column.text(Wording.of("column.group"), 1));
    }
    columns.add(Table.Column.text(Wording.of("column.unit"), 1));
    columns().forEach(title -> columns.add(Table.Column.number(title, 1)));
    List<List<String>> cells = new ArrayList<>();
    for (RankingRow rank : rows) {
      List<String> line = new ArrayList<>();
      if (grouped) {
        line.add(rank.rankGroup());
      }
      line.add(rank.scopeName());
      line.addAll(cells(rank, units.get(rank.scopeId())));
      cells.add(line);
    }
    return new Table("", columns, cells);
  }
}
