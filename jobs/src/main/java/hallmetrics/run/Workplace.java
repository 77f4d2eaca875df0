package hallmetrics.run;

import hallmetrics.catalogue.Fingerprint;
import hallmetrics.fault.Problems;
import hallmetrics.gate.Gate;
import hallmetrics.gate.GateLoader;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.settings.Site;
import hallmetrics.settings.SiteLoader;
import hallmetrics.settings.SiteOptions.CatalogPlace;
import hallmetrics.source.SourceLoader;
import hallmetrics.source.SourceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A site with its sources and gates, where its files arrive and where its store lies: what every
 * job works with. Loading it checks all of the configuration and touches no data.
 */
public record Workplace(
    Site site, List<SourceSpec> sources, List<Gate> gates, Path inbox, StoreLocation store) {
  /**
   * The rules of the program by which rows are placed and counted; raised when they change, so that
   * every store counts its months anew. 2: places are known by their names too.
   */
  private static final int COUNTING = 2;

  private static final String READING = "reading.";

  /**
   * Loads a conf folder.
   *
   * @param inbox overrides the inbox of site.yaml; null for none
   * @param store overrides the store of site.yaml; null for none
   * @throws hallmetrics.fault.HallException {@code no-conf} or {@code conf-invalid}, exit 2
   */
  public static Workplace open(Path conf, @Nullable Path inbox, @Nullable String store) {
    Problems problems = new Problems();
    Site site = SiteLoader.load(conf, problems);
    List<SourceSpec> sources =
        SourceLoader.load(site.sources(), site.catalogue().tables(), problems);
    List<Gate> gates = GateLoader.load(conf, problems);
    problems.throwIfAny();
    return new Workplace(
        site,
        sources,
        gates,
        inbox == null ? site.options().inbox() : inbox.toAbsolutePath().normalize(),
        new StoreLocation(
            store == null ? site.options().store() : store, catalog(site.options().catalog())));
  }

  /**
   * The same inbox and store under the conf of an edition.
   *
   * @throws hallmetrics.fault.HallException as of {@link #open}
   */
  public Workplace under(Path conf) {
    Workplace then = open(conf, inbox, null);
    return new Workplace(then.site(), then.sources(), then.gates(), inbox, store);
  }

  /**
   * What the figures depend on besides the deliveries, as hashes by name; {@code counting.<table>}
   * moves only when the daily counts of that table must be made anew.
   */
  public SortedMap<String, String> fingerprint() {
    SortedMap<String, String> all = new TreeMap<>(site.fingerprints());
    String shared =
        String.join(
            " ",
            site.fingerprints().getOrDefault("registers", ""),
            site.fingerprints().getOrDefault("calendar", ""),
            site.fingerprints().getOrDefault("policies", ""));
    for (String table : site.catalogue().tables().keySet()) {
      String own = COUNTING + " " + site.catalogue().countingFingerprint(table) + " " + shared;
      all.put("counting." + table, Sha256.of(own));
    }
    return all;
  }

  /**
   * Tables that are not counted as the configuration says now.
   *
   * @param then {@link #fingerprint} as a run wrote it down
   */
  public List<String> moved(Map<String, String> then) {
    SortedMap<String, String> now = fingerprint();
    return site.catalogue().tables().keySet().stream()
        .filter(
            table -> !Objects.equals(then.get("counting." + table), now.get("counting." + table)))
        .sorted()
        .toList();
  }

  /**
   * What decides whether a source's files can be read at all, as hashes by {@link #readingOf}: its
   * mapping, its table, the gates that look at single files, and the version of this program, which
   * may have learned to read. Titles and remarks do not matter.
   */
  public SortedMap<String, String> readings() {
    SortedMap<String, String> all = new TreeMap<>();
    for (SourceSpec source : sources) {
      List<Record> decides = new ArrayList<>(List.of(source));
      decides.add(Objects.requireNonNull(site.catalogue().tables().get(source.into())));
      gates.stream()
          .filter(gate -> gate.level() == Gate.Level.DELIVERY && gate.reads(source.into()))
          .forEach(decides::add);
      String own = Software.NAME + " " + Fingerprint.wordless(decides);
      all.put(readingOf(source.name()), Sha256.of(own));
    }
    return all;
  }

  /** What a run writes down: {@link #fingerprint} and {@link #readings}. */
  public SortedMap<String, String> decides() {
    SortedMap<String, String> all = new TreeMap<>(fingerprint());
    all.putAll(readings());
    return all;
  }

  /** The name of a source's hash among those of a run. */
  public static String readingOf(String source) {
    return READING + source;
  }

  /** Whether a hash of a run is one of {@link #fingerprint}. */
  public static boolean decidesFigures(String name) {
    return !name.startsWith(READING);
  }

  private static Map<String, String> catalog(CatalogPlace place) {
    Map<String, String> catalog = new LinkedHashMap<>();
    catalog.put("type", place.type());
    put(catalog, "uri", place.uri());
    put(catalog, "user", place.user());
    put(catalog, "password_file", place.passwordFile());
    return catalog;
  }

  private static void put(Map<String, String> catalog, String key, @Nullable Object value) {
    if (value != null) {
      catalog.put(key, value.toString());
    }
  }
}
