package hallmetrics.catalogue;

import hallmetrics.time.DeadlinePolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/metrics.md}: every metric as the catalogue defines it. */
public final class MetricPage {
  private final Catalogue catalogue;
  private final Markdown page = new Markdown();

  private MetricPage(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The page as Markdown. */
  public static String of(Catalogue catalogue) {
    return new MetricPage(catalogue).page();
  }

  private String page() {
    page.heading(1, "Metrics")
        .paragraph("Generated from `common/src/main/resources/catalogue`; do not edit.")
        .paragraph(
            "A row counts on the Asia/Shanghai day of the named date. A null predicate is false. "
                + "0/0 has no value and prints —. A site adds or replaces metrics in its own "
                + "`catalogue/` folder; `hall check` prints where each definition in force stands.");
    page.head("id", "code", "名称", "kind", "unit", "on");
    catalogue.metrics().forEach(this::contents);
    page.end();
    bySubject().forEach(this::subject);
    policies();
    return page.toString();
  }

  private void policies() {
    page.heading(2, "Deadlines 时限 `registers/deadline_policy.csv`")
        .paragraph(
            "What `due(…)` and the on-time metrics go by where a record states no deadline of its own: "
                + "the register that comes with the program. A site replaces the whole of it by a file of "
                + "that name in its `registers/`; a row of a source (`hotline`) goes before that of `*`, "
                + "`effective_from` and `effective_to` bound a row by the day the duty began, and "
                + "`SAME_DAY` means that the first day counts.")
        .code("csv", DeadlinePolicies.builtInText());
  }

  private void contents(Metric metric) {
    page.row(
        "[`" + metric.id() + "`](#" + anchor(metric) + ")",
        metric.code(),
        metric.title(),
        kind(metric),
        metric.unit().name(),
        on(metric));
  }

  private Map<String, List<Metric>> bySubject() {
    Map<String, List<Metric>> subjects = new LinkedHashMap<>();
    for (Metric metric : catalogue.metrics()) {
      subjects.computeIfAbsent(table(metric), name -> new ArrayList<>()).add(metric);
    }
    return subjects;
  }

  private void subject(String table, List<Metric> metrics) {
    page.heading(2, title(table) + " `" + table + "`");
    Derived derived = catalogue.derived().get(table);
    if (derived != null) {
      page.item("rows of", Markdown.code(derived.base()) + " where " + code(derived.where()));
      if (derived.join() != null) {
        page.item(
            "joined with",
            Markdown.code(derived.join())
                + ", at most "
                + derived.within()
                + " days later, on "
                + String.join(", else on ", derived.on().stream().map(Markdown::code).toList())
                + "; of several the one with the latest "
                + Markdown.codes(derived.pick()));
      }
      derived.computed().forEach(one -> page.item(Markdown.code(one.name()), code(one.sql())));
      page.end();
    }
    metrics.forEach(this::metric);
  }

  private void metric(Metric metric) {
    page.heading(3, heading(metric)).paragraph(metric.definition());
    page.item("kind", kind(metric) + ", printed as " + metric.unit().name());
    formula(metric);
    page.item("counts on", on(metric));
    page.item("better", metric.better().name().toLowerCase(Locale.ROOT));
    page.item("least n", least(metric));
    if (metric.due()) {
      page.item("due", "days up to min(period's end, as_of, newest received of each source read)");
    }
    if (!metric.splits().isEmpty()) {
      page.item("splits", Markdown.codes(metric.splits()));
    }
    page.item("in force", inForce(metric)).item("source", metric.source());
    for (Example example : metric.examples()) {
      page.item("example", example(example));
    }
    page.end();
  }

  private static String heading(Metric metric) {
    String version = metric.version() == 1 ? "" : " @" + metric.version();
    String code = metric.code().isEmpty() ? "" : " " + metric.code();
    return metric.id() + version + " " + metric.title() + code;
  }

  private static String anchor(Metric metric) {
    String text = heading(metric).toLowerCase(Locale.ROOT);
    return text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  private void formula(Metric metric) {
    if (metric.kind() == MetricKind.STOCK) {
      page.item("formula", "duties of `" + metric.numerator() + "`, state " + metric.stock());
      return;
    }
    measure("numerator", metric.numerator());
    if (metric.shareBy() != null) {
      page.item("share", "of each value of `" + metric.shareBy() + "` in all rows counted");
    } else if (metric.kind() == MetricKind.QUANTILE) {
      page.item(
          "formula", "least d with cumulative count ≥ " + metric.quantile() + " · n, d in days");
    } else if (metric.denominator() != null) {
      measure("denominator", metric.denominator());
    }
  }

  private void measure(String role, String name) {
    Measure measure = catalogue.measure(name);
    if (measure == null) {
      return;
    }
    StringBuilder text = new StringBuilder(Markdown.code(name)).append(" = rows of ");
    text.append(Markdown.code(measure.table())).append(" where ").append(code(measure.where()));
    if (measure.sum() != null) {
      text.append(", summing ").append(Markdown.code(measure.sum()));
    }
    if (measure.days() != null) {
      text.append(", each with ").append(Markdown.code(measure.days()));
    }
    if (measure.distinct() != null) {
      text.append(", distinct ").append(Markdown.code(measure.distinct()));
    }
    page.item(role, text.toString());
  }

  private String on(Metric metric) {
    if (metric.kind() == MetricKind.STOCK) {
      return "the end of the period";
    }
    @Nullable String name = metric.denominator();
    Measure measure = catalogue.measure(name == null ? metric.numerator() : name);
    return measure == null ? "" : Markdown.code(measure.on());
  }

  private static String kind(Metric metric) {
    return metric.shareBy() == null ? metric.kind().name() : "share";
  }

  private static String least(Metric metric) {
    String named = metric.leastExpected() == 0 ? "" : ", expected " + metric.leastExpected();
    return metric.leastN() + named;
  }

  private static String inForce(Metric metric) {
    String last = metric.validTo() == null ? "" : " to " + metric.validTo();
    return "from " + metric.validFrom() + last + ", definition version " + metric.version();
  }

  private static String example(Example example) {
    int rows = example.given().values().stream().mapToInt(List::size).sum();
    List<String> why = example.ignored().stream().map(Example.Ignored::why).toList();
    String not = why.isEmpty() ? "" : "; not counted: " + String.join("、", why);
    return rows + " rows → **" + example.expect() + "**" + not;
  }

  private String table(Metric metric) {
    Measure measure = catalogue.measure(metric.numerator());
    return measure == null ? metric.numerator() : measure.table();
  }

  private String title(String table) {
    Derived derived = catalogue.derived().get(table);
    if (derived != null) {
      return derived.title();
    }
    return catalogue.tables().containsKey(table) ? catalogue.tables().get(table).title() : table;
  }

  private static String code(String sql) {
    return Markdown.code(sql);
  }
}
