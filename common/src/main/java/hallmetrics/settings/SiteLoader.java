package hallmetrics.settings;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Problems;
import hallmetrics.region.RegisterLoader;
import hallmetrics.region.RegisterLoader.Text;
import hallmetrics.region.Registers;
import hallmetrics.time.DeadlinePolicies;
import hallmetrics.time.WorkCalendar;
import hallmetrics.yaml.YamlFile;
import hallmetrics.yaml.YamlFile.Named;
import hallmetrics.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a site from its conf folder. */
public final class SiteLoader {
  private static final String CALENDAR = "registers/calendar.csv";
  private static final String POLICIES = "registers/deadline_policy.csv";
  private static final String TARGETS = "targets.csv";
  private static final String NO_TARGETS = "metric,scope,scope_id,target\n";

  private final Path conf;
  private final Problems problems;
  private final ConfFiles files;

  private SiteLoader(Path conf, Problems problems) {
    this.conf = conf;
    this.problems = problems;
    this.files = new ConfFiles(conf);
  }

  /**
   * The conf folder a command works with.
   *
   * @param option what {@code --conf} says, or null
   * @param variable what {@code HALL_CONF} says, or null
   * @throws HallException {@code no-conf}, exit 2, when neither says anything
   */
  public static Path folder(@Nullable Path option, @Nullable String variable) {
    if (option != null) {
      return option;
    }
    if (variable != null && !variable.isBlank()) {
      return Path.of(variable);
    }
    throw noConf("没有指定配置目录", "no configuration folder was named", null);
  }

  /**
   * Loads and checks a site.
   *
   * @throws HallException {@code no-conf}, exit 2, when the folder or its site.yaml is missing;
   *     {@code conf-invalid}, exit 2, with every problem of every file
   */
  public static Site load(Path conf) {
    Problems problems = new Problems();
    Site site = load(conf, problems);
    problems.throwIfAny();
    return site;
  }

  /**
   * As {@link #load(Path)}, but gathers the problems, so that those of sources and gates can be
   * added. The site answered is whole only if no problem was added.
   */
  public static Site load(Path conf, Problems problems) {
    if (!Files.isDirectory(conf)) {
      throw noConf("配置目录不存在", "the configuration folder does not exist", conf);
    }
    return new SiteLoader(conf, problems).site();
  }

  private Site site() {
    Catalogue catalogue = catalogue();
    Registers registers = registers();
    Named calendarText = files.findOr(CALENDAR, WorkCalendar.builtInText());
    WorkCalendar read = WorkCalendar.parse(calendarText.text(), calendarText.name(), problems);
    WorkCalendar calendar = read == null ? WorkCalendar.builtIn() : read;
    DeadlinePolicies policies = policies(calendar);
    Targets targets = targets(catalogue, registers);
    YamlMap top = top();
    SiteOptions options = new OptionsParser(top, conf.toAbsolutePath().normalize()).parse();
    files.find("gates.yaml");
    List<Named> sources = files.yaml("sources");
    new SiteLaws(top).check(options, registers, catalogue, policies);
    TreeMap<String, String> texts = files.texts();
    return new Site(
        conf.toAbsolutePath().normalize(),
        options,
        registers,
        calendar,
        policies,
        targets,
        catalogue,
        sources,
        fingerprints(catalogue, registers, texts),
        texts);
  }

  private YamlMap top() {
    Named file = files.find("site.yaml");
    if (file == null) {
      throw noConf("配置目录里没有 site.yaml", "the configuration folder has no site.yaml", conf);
    }
    YamlMap top = YamlFile.read(file.name(), file.text(), problems);
    if (top == null) {
      problems.throwIfAny();
      throw new IllegalStateException("an unreadable site.yaml has a problem");
    }
    return top;
  }

  private Catalogue catalogue() {
    return CatalogueLoader.load(new BuiltIns(files).catalogue(), files.yaml("catalogue"), problems);
  }

  private Registers registers() {
    Text none = new Text(conf.resolve("registers/region.csv").toString(), "");
    Text regions = register("region");
    return new RegisterLoader(problems)
        .load(
            regions == null ? none : regions,
            register("org"),
            register("hall"),
            register("window"));
  }

  private @Nullable Text register(String name) {
    Named file = files.find("registers/" + name + ".csv");
    return file == null ? null : new Text(file.name(), file.text());
  }

  private DeadlinePolicies policies(WorkCalendar calendar) {
    Named file = files.findOr(POLICIES, DeadlinePolicies.builtInText());
    DeadlinePolicies read = DeadlinePolicies.parse(file.text(), file.name(), calendar, problems);
    return read == null ? DeadlinePolicies.builtIn(calendar) : read;
  }

  private Targets targets(Catalogue catalogue, Registers registers) {
    Named file = files.find(TARGETS);
    return file == null
        ? new Targets(List.of())
        : new TargetsParser(catalogue, registers).parse(file.name(), file.text(), problems);
  }

  private static TreeMap<String, String> fingerprints(
      Catalogue catalogue, Registers registers, TreeMap<String, String> texts) {
    TreeMap<String, String> prints = new TreeMap<>();
    prints.put("catalogue", catalogue.fingerprint());
    prints.put("registers", registers.fingerprint());
    prints.put("calendar", TextPrint.of(texts.getOrDefault(CALENDAR, "")));
    prints.put("policies", TextPrint.of(texts.getOrDefault(POLICIES, "")));
    prints.put("targets", TextPrint.of(texts.getOrDefault(TARGETS, NO_TARGETS)));
    return prints;
  }

  private static HallException noConf(String chinese, String english, @Nullable Path where) {
    HallException.Builder fault =
        HallException.of("no-conf", ExitStatus.USAGE, chinese).english(english);
    if (where != null) {
      fault.where(where.toString());
    }
    return fault
        .next("用 --conf 目录 或环境变量 HALL_CONF 指定配置目录（可从 conf/template 复制一份）；只想看看效果，运行 hall demo。")
        .build();
  }
}
