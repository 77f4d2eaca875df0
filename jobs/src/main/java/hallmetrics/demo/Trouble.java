package hallmetrics.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes wrong in real deliveries, planted on known nights. */
final class Trouble {
  /** Night whose kiosk file has the scale turned round. */
  static final LocalDate INVERTED = LocalDate.of(2026, 10, 29);

  /** Night that brings corrections of the last thirty days. */
  static final LocalDate CORRECTED = LocalDate.of(2026, 10, 29);

  /** Night whose hotline file ends inside a quote. */
  static final LocalDate BROKEN = LocalDate.of(2026, 10, 27);

  /** Night that brings the evaluations of the night before once more under a new name. */
  static final LocalDate REPEATED = LocalDate.of(2026, 10, 30);

  /** A way to spoil one cell. */
  record Spoil(int column, String value, String reason) {}

  private Trouble() {}

  /**
   * Appends spoiled copies of rows, each of which must be rejected for its own reason.
   *
   * @param rows rows of the file; the copies go to the end
   * @param idColumn column whose text makes a copy a record of its own
   * @param spoils what to spoil, one copy each; a column of -1 adds a cell at the end
   * @return how many records must be rejected, by reason
   */
  static Map<String, Integer> spoil(List<String[]> rows, int idColumn, List<Spoil> spoils) {
    Map<String, Integer> reasons = new TreeMap<>();
    int good = rows.size();
    for (int i = 0; i < spoils.size() && good > 0; i++) {
      Spoil spoil = spoils.get(i);
      String[] original = rows.get(i % good);
      boolean wider = spoil.column() < 0;
      String[] copy = Arrays.copyOf(original, original.length + (wider ? 1 : 0));
      copy[wider ? original.length : spoil.column()] = spoil.value();
      if (spoil.column() != idColumn) {
        copy[idColumn] = original[idColumn] + "X" + i;
      }
      rows.add(copy);
      reasons.merge(spoil.reason(), 1, Integer::sum);
    }
    return reasons;
  }

  /** Canary numbers in a column that takes codes, where only the mask may survive. */
  static List<Spoil> canaries(DemoPlan plan, int column, String reason) {
    List<Spoil> spoils = new ArrayList<>();
    plan.canaryNumbers().forEach(number -> spoils.add(new Spoil(column, number, reason)));
    return spoils;
  }
}
