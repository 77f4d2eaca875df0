package hallmetrics.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The city as its registers say: regions that do business, halls, windows, bodies, items. */
final class City {
  /** A region that has halls; the code is what its systems send. */
  record Region(String id, String code, String name, double weight, boolean cityLevel) {}

  record Hall(String id, String name, Region region, double weight, List<Window> windows) {}

  record Window(String id, String org, String line) {}

  record Org(String code, String name, Region region, String line) {}

  record Item(String code, String name, String line, boolean city, int promisedDays, int weight) {
    boolean instant() {
      return promisedDays == 0;
    }
  }

  private static final double CITY_LEVEL_WEIGHT = 1_000_000;

  final List<Region> regions = new ArrayList<>();
  final List<Item> items = new ArrayList<>();
  private final Map<String, Region> byId = new LinkedHashMap<>();
  private final Map<String, Org> orgs = new LinkedHashMap<>();
  private final Map<String, List<Hall>> halls = new LinkedHashMap<>();
  private final Map<String, List<Org>> orgsOf = new LinkedHashMap<>();
  private final Map<String, List<Item>> itemsOf = new LinkedHashMap<>();

  private City() {}

  /**
   * Reads {@code registers/*.csv} of a conf folder.
   *
   * @throws UncheckedIOException if a register is missing or unreadable
   */
  static City read(Path conf) {
    Path folder = conf.resolve("registers");
    City city = new City();
    rows(folder.resolve("region.csv")).forEach(city::addRegion);
    rows(folder.resolve("item.csv")).forEach(city::addItem);
    rows(folder.resolve("org.csv")).forEach(city::addOrg);
    Map<String, List<Window>> windows = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows(folder.resolve("window.csv"))) {
      if (!row.getField("type").contains("反映") && !row.getField("type").contains("帮代办")) {
        Org org = city.org(row.getField("org_code"));
        windows
            .computeIfAbsent(row.getField("hall_id"), id -> new ArrayList<>())
            .add(new Window(row.getField("window_id"), org.code(), org.line()));
      }
    }
    for (NamedCsvRecord row : rows(folder.resolve("hall.csv"))) {
      city.addHall(row, windows.getOrDefault(row.getField("hall_id"), List.of()));
    }
    return city;
  }

  static List<NamedCsvRecord> rows(Path file) {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      reader.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private void addRegion(NamedCsvRecord row) {
    boolean cityLevel = row.getField("kind").equals("CITY_LEVEL");
    if (row.getField("kind").equals("CITY") || !row.getField("valid_to").isEmpty()) {
      return;
    }
    String code =
        row.getField("gb_code").isEmpty() ? row.getField("region_id") : row.getField("gb_code");
    double weight = cityLevel ? CITY_LEVEL_WEIGHT : Double.parseDouble(row.getField("population"));
    Region region =
        new Region(row.getField("region_id"), code, row.getField("name"), weight, cityLevel);
    regions.add(region);
    byId.put(region.id(), region);
  }

  private void addItem(NamedCsvRecord row) {
    items.add(
        new Item(
            row.getField("item_code"),
            row.getField("name"),
            row.getField("line"),
            row.getField("level").equals("CITY"),
            Integer.parseInt(row.getField("promised_days")),
            Integer.parseInt(row.getField("weight"))));
    Item item = items.get(items.size() - 1);
    itemsOf.computeIfAbsent(lineKey(item.line(), item.city()), key -> new ArrayList<>()).add(item);
    itemsOf.computeIfAbsent(lineKey("", item.city()), key -> new ArrayList<>()).add(item);
  }

  private void addOrg(NamedCsvRecord row) {
    Region region = region(row.getField("region_id"));
    String name = row.getField("short_name");
    String line =
        items.stream()
            .filter(item -> item.city() == region.cityLevel() && name.endsWith(item.line()))
            .map(Item::line)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no item for the body " + name));
    Org org = new Org(row.getField("org_code"), row.getField("name"), region, line);
    orgs.put(org.code(), org);
    orgsOf.computeIfAbsent(region.id(), id -> new ArrayList<>()).add(org);
  }

  private void addHall(NamedCsvRecord row, List<Window> windows) {
    Region region = region(row.getField("region_id"));
    double weight = Double.parseDouble(row.getField("windows"));
    halls
        .computeIfAbsent(region.id(), id -> new ArrayList<>())
        .add(new Hall(row.getField("hall_id"), row.getField("name"), region, weight, windows));
  }

  Region region(String id) {
    Region region = byId.get(id);
    if (region == null) {
      throw new IllegalStateException("no region in force with the id " + id);
    }
    return region;
  }

  Org org(String code) {
    Org org = orgs.get(code);
    if (org == null) {
      throw new IllegalStateException("no body with the code " + code);
    }
    return org;
  }

  List<Hall> halls(Region region) {
    return halls.getOrDefault(region.id(), List.of());
  }

  List<Org> orgs(Region region) {
    return orgsOf.getOrDefault(region.id(), List.of());
  }

  /** The body of a region that answers for an item; a zone's approval body takes what has none. */
  Org orgFor(Region region, Item item) {
    List<Org> own = orgs(region);
    return own.stream()
        .filter(org -> org.line().equals(item.line()))
        .findFirst()
        .orElse(own.get(0));
  }

  double totalWeight() {
    return regions.stream().mapToDouble(Region::weight).sum();
  }

  Hall drawHall(Region region, Dice dice) {
    List<Hall> own = halls(region);
    return own.get(dice.weighted(own.stream().mapToDouble(Hall::weight).toArray()));
  }

  /** Draws an item of a line ("" for any) at the region's level. */
  Item drawItem(Region region, String line, Dice dice) {
    List<Item> own = itemsOf.getOrDefault(lineKey(line, region.cityLevel()), List.of());
    return own.get(dice.weighted(own.stream().mapToDouble(Item::weight).toArray()));
  }

  private static String lineKey(String line, boolean city) {
    return (city ? "city/" : "county/") + line;
  }
}
