package hallmetrics.daily;

import hallmetrics.catalogue.Measure;
import hallmetrics.region.Registers;
import hallmetrics.schema.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of one task. A row touches one cell a scope and group; measures and splits are
 * told apart only when the cells are handed out, of which there are far fewer than rows.
 */
final class Counting implements FlatMapFunction<Iterator<InternalRow>, Row> {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "ALL";

  private final CountPlan plan;
  private final Broadcast<Registers> registers;

  Counting(CountPlan plan, Broadcast<Registers> registers) {
    this.plan = plan;
    this.registers = registers;
  }

  /** What rows of a cell have in common; {@code splits} is empty where the scope has none. */
  private record Cell(
      int group,
      String scope,
      String id,
      UTF8String origin,
      int day,
      long answers,
      int days,
      List<@Nullable UTF8String> splits) {}

  private static final class Sum {
    private long n;
    private @Nullable BigDecimal x;

    void add(@Nullable BigDecimal more) {
      n++;
      if (more != null) {
        x = x == null ? more : x.add(more);
      }
    }
  }

  @Override
  public Iterator<Row> call(Iterator<InternalRow> rows) {
    Placing placing = new Placing(registers.value(), plan.place());
    Map<Cell, Sum> cells = new HashMap<>();
    while (rows.hasNext()) {
      count(rows.next(), placing, cells);
    }
    return new Handing(cells.entrySet().iterator());
  }

  private void count(InternalRow row, Placing placing, Map<Cell, Sum> cells) {
    int eventDay = row.getInt(CountPlan.EVENT_DATE);
    UTF8String origin = row.getUTF8String(CountPlan.ORIGIN);
    String[][] scopes = null;
    for (int g = 0; g < plan.groups().size(); g++) {
      long answers = row.getLong(plan.answersColumn(g));
      if (answers == 0 || row.isNullAt(plan.dayColumn(g))) {
        continue;
      }
      if (scopes == null) {
        scopes = scopes(row, placing, eventDay);
        origin = origin.copy();
      }
      int day = row.getInt(plan.dayColumn(g));
      int days =
          row.isNullAt(plan.daysColumn(g)) ? Integer.MIN_VALUE : row.getInt(plan.daysColumn(g));
      BigDecimal x =
          row.isNullAt(plan.sumColumn(g))
              ? null
              : row.getDecimal(plan.sumColumn(g), 38, 6).toJavaBigDecimal();
      List<@Nullable UTF8String> splits = splits(row, plan.groups().get(g));
      for (String[] scope : scopes) {
        boolean split = !scope[0].equals("WINDOW") && !scope[0].equals("ITEM");
        cells
            .computeIfAbsent(
                new Cell(
                    g, scope[0], scope[1], origin, day, answers, days, split ? splits : List.of()),
                cell -> new Sum())
            .add(x);
      }
    }
  }

  private List<@Nullable UTF8String> splits(InternalRow row, CountGroup group) {
    UTF8String[] values = new UTF8String[group.splits().size()];
    for (int i = 0; i < values.length; i++) {
      int column = plan.splitColumn(group.splits().get(i));
      values[i] = row.isNullAt(column) ? null : row.getUTF8String(column).copy();
    }
    return Arrays.asList(values);
  }

  private String[][] scopes(InternalRow row, Placing placing, int day) {
    Place place = plan.place();
    List<String[]> scopes = new ArrayList<>(6);
    String org = text(row, CountPlan.ORG);
    scopes.add(new String[] {ALL, ""});
    if (place.region() != null || place.regionOfOrg()) {
      scopes.add(new String[] {"REGION", placing.region(text(row, CountPlan.REGION), org, day)});
    }
    if (place.org() != null) {
      scopes.add(new String[] {"ORG", placing.org(org, day)});
    }
    if (place.hall() != null) {
      scopes.add(new String[] {"HALL", placing.hall(text(row, CountPlan.HALL), day)});
    }
    if (place.window() != null) {
      scopes.add(new String[] {"WINDOW", placing.window(text(row, CountPlan.WINDOW), day)});
    }
    if (place.item() != null) {
      scopes.add(new String[] {"ITEM", placing.item(text(row, CountPlan.ITEM))});
    }
    return scopes.toArray(new String[0][]);
  }

  private static @Nullable String text(InternalRow row, int column) {
    return row.isNullAt(column) ? null : row.getUTF8String(column).toString();
  }

  /** Hands out the rows of {@code daily} cell by cell. */
  private final class Handing implements Iterator<Row> {
    private final Iterator<Map.Entry<Cell, Sum>> cells;
    private Iterator<Row> rows = List.<Row>of().iterator();

    Handing(Iterator<Map.Entry<Cell, Sum>> cells) {
      this.cells = cells;
    }

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && cells.hasNext()) {
        Map.Entry<Cell, Sum> next = cells.next();
        rows = expand(next.getKey(), next.getValue()).iterator();
      }
      return rows.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return rows.next();
    }

    private List<Row> expand(Cell cell, Sum sum) {
      List<Row> rows = new ArrayList<>();
      CountGroup group = plan.groups().get(cell.group());
      for (int m = 0; m < group.measures().size(); m++) {
        if ((cell.answers() & (1L << m)) != 0) {
          Measure measure = group.measures().get(m);
          rows.add(row(cell, sum, measure, "", ""));
          splitRows(cell, sum, measure, group, rows);
        }
      }
      return rows;
    }

    private void splitRows(Cell cell, Sum sum, Measure measure, CountGroup group, List<Row> rows) {
      for (int s = 0; s < cell.splits().size(); s++) {
        String split = group.splits().get(s);
        if (measure.splits().contains(split)) {
          UTF8String value = cell.splits().get(s);
          rows.add(row(cell, sum, measure, split, value == null ? Placing.NONE : value.toString()));
        }
      }
      boolean histogram = !cell.scope().equals("WINDOW") && !cell.scope().equals("ITEM");
      if (histogram && measure.days() != null && cell.days() != NO_DAYS) {
        rows.add(row(cell, sum, measure, "days", Integer.toString(cell.days())));
      }
    }

    private Row row(Cell cell, Sum sum, Measure measure, String split, String value) {
      return RowFactory.create(
          plan.table(),
          cell.origin().toString(),
          measure.name(),
          LocalDate.ofEpochDay(cell.day()),
          cell.scope(),
          cell.id(),
          split,
          value,
          sum.n,
          sum.x);
    }
  }

  private static final int NO_DAYS = Integer.MIN_VALUE;
}
