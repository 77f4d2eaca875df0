package hallmetrics.region;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The registers of a site. Every question names a day, and is answered by the rows in force on it;
 * days are Shanghai days. What no register knows is answered with null. Sources may write an exact
 * name in place of an id, as far as it is the name of one place only; windows are known by id.
 */
public final class Registers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final History<Region> regions;
  private final History<Org> orgs;
  private final History<Hall> halls;
  private final History<Window> windows;
  private final RegionCodes codes;
  private final TreeMap<String, String> orgCodes = new TreeMap<>();
  private final String fingerprint;

  Registers(
      Collection<Region> regions,
      Collection<Org> orgs,
      Collection<Hall> halls,
      Collection<Window> windows,
      String fingerprint) {
    this.regions = new History<>(regions);
    this.orgs = new History<>(orgs);
    this.halls = new History<>(halls);
    this.windows = new History<>(windows);
    this.codes = new RegionCodes(this.regions);
    for (Org org : orgs) {
      if (org.uscc() != null) {
        orgCodes.put(org.uscc(), org.id());
      }
    }
    orgs.forEach(org -> orgCodes.put(org.id(), org.id()));
    this.fingerprint = fingerprint;
  }

  /**
   * The region in force on a day for what sources write: a local id, a GB code, or its 6, 9 or 12
   * digit form (a town nobody registered counts in its county), or a name only one region ever
   * bore. A retired code leads to its successor.
   *
   * @return the stable id, or null for an unknown code and for one that has not begun
   */
  public @Nullable String resolveRegion(@Nullable String code, LocalDate day) {
    String id = code == null ? null : codes.id(code);
    if (code != null && id == null) {
      id = regions.onlyId(code.strip());
    }
    Set<String> seen = new LinkedHashSet<>();
    while (id != null && seen.add(id)) {
      if (regions.on(id, day) != null) {
        return id;
      }
      id = successor(id, day);
    }
    return null;
  }

  private @Nullable String successor(String id, LocalDate day) {
    Region last = regions.nearest(id, day);
    LocalDate end = last == null ? null : last.validTo();
    return last != null && end != null && end.isBefore(day) ? last.successorId() : null;
  }

  /**
   * The stable id behind a code on any day, in force or not; null for an unknown code. Names are
   * not looked up: what this gives is stored and hashed as part of a record, and a record must not
   * change because the registers do.
   */
  public @Nullable String regionId(@Nullable String code) {
    return code == null ? null : codes.id(code);
  }

  /** Whether a code is known, and was retired before a day. */
  public boolean isRetired(String code, LocalDate day) {
    String id = codes.id(code);
    Region last = id == null ? null : regions.nearest(id, day);
    LocalDate end = last == null ? null : last.validTo();
    return last != null && end != null && end.isBefore(day);
  }

  /**
   * The office in force on a day for its org_code or USCC, or for the name of only one in force;
   * null where there is none.
   */
  public @Nullable String resolveOrg(@Nullable String code, LocalDate day) {
    if (code == null) {
      return null;
    }
    String text = code.strip();
    Org org = orgs.written(orgCodes.getOrDefault(text, text), day);
    return org == null ? null : org.id();
  }

  /** The hall open on a day, by id or the name of only one; null where there is none. */
  public @Nullable String resolveHall(@Nullable String text, LocalDate day) {
    Hall hall = text == null ? null : halls.written(text.strip(), day);
    return hall == null ? null : hall.id();
  }

  /** The window in force on a day; null where there is none. */
  public @Nullable String resolveWindow(@Nullable String id, LocalDate day) {
    return id != null && windows.on(id.strip(), day) != null ? id.strip() : null;
  }

  /** The region of an office on a day, as {@link #resolveRegion}; null where it has none. */
  public @Nullable String regionOfOrg(@Nullable String orgCode, LocalDate day) {
    String id = resolveOrg(orgCode, day);
    Org org = id == null ? null : orgs.on(id, day);
    return org == null ? null : resolveRegion(org.regionId(), day);
  }

  /** The region a region is part of on a day; null for the top and for an unknown one. */
  public @Nullable String parent(String regionId, LocalDate day) {
    Region region = regions.nearest(regionId, day);
    return region == null ? null : region.parentId();
  }

  /** The regions that are parts of a region on a day, in the order of the register. */
  public List<String> children(String regionId, LocalDate day) {
    return regions(day).stream()
        .filter(region -> regionId.equals(region.parentId()))
        .map(Region::id)
        .toList();
  }

  /** Whether nothing is part of a region on a day. */
  public boolean isLeaf(String regionId, LocalDate day) {
    return children(regionId, day).isEmpty();
  }

  /** A region and all it is part of on a day, itself first; empty for an unknown one. */
  public List<String> upwards(String regionId, LocalDate day) {
    Set<String> path = new LinkedHashSet<>();
    String id = regions.knows(regionId) ? regionId : null;
    while (id != null && path.add(id)) {
      id = parent(id, day);
    }
    return new ArrayList<>(path);
  }

  /** The regions in force on a day. */
  public List<Region> regions(LocalDate day) {
    return regions.during(day, day);
  }

  /** The regions in force on some day of a period, each as it was last in it. */
  public List<Region> regions(LocalDate from, LocalDate to) {
    return regions.during(from, to);
  }

  /** The offices in force on some day of a period. */
  public List<Org> orgs(LocalDate from, LocalDate to) {
    return orgs.during(from, to);
  }

  /** The halls open on some day of a period. */
  public List<Hall> halls(LocalDate from, LocalDate to) {
    return halls.during(from, to);
  }

  /** The windows in force on some day of a period. */
  public List<Window> windows(LocalDate from, LocalDate to) {
    return windows.during(from, to);
  }

  /**
   * The ids of a scope (REGION, ORG, HALL) that are compared with each other, by rank group; halls
   * by their level. An id without a group is in none.
   */
  public Map<String, List<String>> rankGroups(String scope, LocalDate from, LocalDate to) {
    Map<String, List<String>> groups = new TreeMap<>();
    switch (scope) {
      case "REGION" -> regions(from, to).forEach(one -> put(groups, one.rankGroup(), one.id()));
      case "ORG" -> orgs(from, to).forEach(one -> put(groups, one.rankGroup(), one.id()));
      case "HALL" -> halls(from, to).forEach(one -> put(groups, one.level(), one.id()));
      default -> throw new IllegalArgumentException("scope is not ranked: " + scope);
    }
    return groups;
  }

  private static void put(Map<String, List<String>> groups, @Nullable String group, String id) {
    if (group != null) {
      groups.computeIfAbsent(group, name -> new ArrayList<>()).add(id);
    }
  }

  /**
   * What a reader calls a place on a day, or called it last; the id itself where no register knows
   * it. A window's name begins with its hall's.
   *
   * @param scope ALL REGION ORG HALL WINDOW ITEM; of ALL and ITEM the id itself
   */
  public String name(String scope, String id, LocalDate day) {
    Dated row =
        switch (scope) {
          case "REGION" -> regions.nearest(id, day);
          case "ORG" -> orgs.nearest(id, day);
          case "HALL" -> halls.nearest(id, day);
          case "WINDOW" -> windows.nearest(id, day);
          default -> null;
        };
    if (row instanceof Window window && window.hallId() != null) {
      return name("HALL", window.hallId(), day) + window.no();
    }
    return row == null ? id : row.name();
  }

  /**
   * The ids ever registered.
   *
   * @param scope REGION ORG HALL WINDOW; of others none
   */
  public Collection<String> ids(String scope) {
    return switch (scope) {
      case "REGION" -> regions.ids();
      case "ORG" -> orgs.ids();
      case "HALL" -> halls.ids();
      case "WINDOW" -> windows.ids();
      default -> List.of();
    };
  }

  /** The office of a code on a day, as {@link #resolveOrg} finds it; null where there is none. */
  public @Nullable Org org(String code, LocalDate day) {
    String id = resolveOrg(code, day);
    return id == null ? null : orgs.on(id, day);
  }

  /** The region of an id on a day, or as it was last; null for an unknown one. */
  public @Nullable Region region(String id, LocalDate day) {
    return regions.nearest(id, day);
  }

  /** SHA-256 over all rows, whatever their order and the writing of the files. */
  public String fingerprint() {
    return fingerprint;
  }
}
