package hallmetrics.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gathers every problem of every file, so that a user mends them in one go. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Records a problem at a line (counted from 1) of a file. */
  public void add(String file, int line, String message) {
    found.add(new Problem(file, line, message));
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All problems, by file and line. */
  public List<Problem> list() {
    List<Problem> sorted = new ArrayList<>(found);
    Collections.sort(sorted);
    return List.copyOf(sorted);
  }

  /**
   * Ends with all problems at once.
   *
   * @throws HallException {@code conf-invalid}, exit 2, if there is any
   */
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    list().forEach(problem -> lines.append('\n').append("  ").append(problem));
    throw HallException.of("conf-invalid", ExitStatus.USAGE, "配置有 " + found.size() + " 处错误")
        .english("configuration has " + found.size() + " problem(s)")
        .where(lines.toString())
        .next("按上面的文件和行号逐条修改后，运行 hall check 复核。")
        .build();
  }
}
