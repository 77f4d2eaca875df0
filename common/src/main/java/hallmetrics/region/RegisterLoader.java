package hallmetrics.region;

import hallmetrics.fault.Problems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the registers of the four CSV files, with every problem at its line. */
public final class RegisterLoader {
  /** A register's file: its name as the user would open it, and its text. */
  public record Text(String file, String text) {}

  private final Problems problems;
  private final RegisterLaws laws;

  /**
   * @param problems where every problem goes; the registers are whole only if none was added
   */
  public RegisterLoader(Problems problems) {
    this.problems = problems;
    this.laws = new RegisterLaws(problems);
  }

  /**
   * Loads the registers.
   *
   * @param orgs null when a site keeps none; so are halls and windows
   */
  public Registers load(
      Text regions, @Nullable Text orgs, @Nullable Text halls, @Nullable Text windows) {
    List<Region> allRegions = regions(regions);
    List<Org> allOrgs = orgs == null ? List.of() : orgs(orgs);
    List<Hall> allHalls = halls == null ? List.of() : halls(halls);
    List<Window> allWindows = windows == null ? List.of() : windows(windows);
    laws.check();
    String print = fingerprint(List.of(allRegions, allOrgs, allHalls, allWindows));
    return new Registers(allRegions, allOrgs, allHalls, allWindows, print);
  }

  private List<Region> regions(Text csv) {
    Set<String> optional =
        Set.of(
            "gb_code",
            "kind",
            "parent_id",
            "rank_group",
            "population",
            "valid_from",
            "valid_to",
            "successor_id");
    List<Region> all = new ArrayList<>();
    for (RegisterCsv.Row row : rows(csv, Set.of("region_id", "name"), optional)) {
      String kind = row.text("kind");
      Region region =
          new Region(
              row.required("region_id"),
              row.text("gb_code"),
              row.required("name"),
              kind == null ? "COUNTY" : kind,
              row.text("parent_id"),
              row.text("rank_group"),
              row.number("population"),
              row.day("valid_from"),
              row.day("valid_to"),
              row.text("successor_id"));
      laws.add(csv.file(), row.line(), region);
      all.add(region);
    }
    return all;
  }

  private List<Org> orgs(Text csv) {
    Set<String> optional =
        Set.of("uscc", "short_name", "region_id", "kind", "rank_group", "valid_from", "valid_to");
    List<Org> all = new ArrayList<>();
    for (RegisterCsv.Row row : rows(csv, Set.of("org_code", "name"), optional)) {
      Org org =
          new Org(
              row.required("org_code"),
              row.text("uscc"),
              row.required("name"),
              row.text("short_name"),
              row.text("region_id"),
              row.text("kind"),
              row.text("rank_group"),
              row.day("valid_from"),
              row.day("valid_to"));
      laws.add(csv.file(), row.line(), org);
      all.add(org);
    }
    return all;
  }

  private List<Hall> halls(Text csv) {
    Set<String> optional = Set.of("region_id", "level", "opened", "closed", "windows");
    List<Hall> all = new ArrayList<>();
    for (RegisterCsv.Row row : rows(csv, Set.of("hall_id", "name"), optional)) {
      Long windows = row.number("windows");
      Hall hall =
          new Hall(
              row.required("hall_id"),
              row.required("name"),
              row.text("region_id"),
              row.text("level"),
              row.day("opened"),
              row.day("closed"),
              windows == null ? null : windows.intValue());
      laws.add(csv.file(), row.line(), hall);
      all.add(hall);
    }
    return all;
  }

  private List<Window> windows(Text csv) {
    Set<String> optional = Set.of("hall_id", "org_code", "type", "valid_from", "valid_to");
    List<Window> all = new ArrayList<>();
    for (RegisterCsv.Row row : rows(csv, Set.of("window_id", "no"), optional)) {
      Window window =
          new Window(
              row.required("window_id"),
              row.text("hall_id"),
              row.required("no"),
              row.text("org_code"),
              row.text("type"),
              row.day("valid_from"),
              row.day("valid_to"));
      laws.add(csv.file(), row.line(), window);
      all.add(window);
    }
    return all;
  }

  private List<RegisterCsv.Row> rows(Text csv, Set<String> required, Set<String> optional) {
    return new RegisterCsv(csv.file(), problems).rows(csv.text(), required, optional);
  }

  private static String fingerprint(List<? extends Collection<? extends Dated>> registers) {
    Stream<String> lines = registers.stream().flatMap(Collection::stream).map(Object::toString);
    String text = String.join("\n", lines.sorted().toList());
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
