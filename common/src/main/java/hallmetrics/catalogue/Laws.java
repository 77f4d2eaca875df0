package hallmetrics.catalogue;

import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import java.util.Collection;

/** Every law a catalogue must keep, checked without data. */
final class Laws {
  private final Problems problems;

  private Laws(Problems problems) {
    this.problems = problems;
  }

  static void check(Catalogue catalogue, Problems problems) {
    Laws report = new Laws(problems);
    new TableLaws(catalogue, report).check();
    new DerivedLaws(catalogue, report).check();
    new MeasureLaws(catalogue, report).check();
    new MetricLaws(catalogue, report).check();
    new ExampleLaws(catalogue, report).check();
    new PackLaws(catalogue, report).check();
  }

  /** Reports a broken law at a definition's line. */
  void broken(String file, int line, String message) {
    problems.add(file, line, message);
  }

  /** Reports a name that is not among the known ones, with the nearest right one. */
  void unknown(String file, int line, String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      problems.add(file, line, "未知的" + what + " '" + name + "'" + Nearest.hint(name, known));
    }
  }
}
