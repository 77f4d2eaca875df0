package hallmetrics.daily;

import hallmetrics.schema.Place;
import java.util.EnumSet;
import java.util.Set;

/** What a row is counted for, in the order of the contract. */
enum Scope {
  ALL,
  REGION,
  ORG,
  HALL,
  WINDOW,
  ITEM;

  /** Whether counts of the scope are split: windows and items are too many. */
  boolean isSplit() {
    return this != WINDOW && this != ITEM;
  }

  /** The scopes rows with such a place are counted in. */
  static Set<Scope> of(Place place) {
    Set<Scope> scopes = EnumSet.of(ALL);
    if (place.region() != null || place.regionOfOrg()) {
      scopes.add(REGION);
    }
    if (place.org() != null) {
      scopes.add(ORG);
    }
    if (place.hall() != null) {
      scopes.add(HALL);
    }
    if (place.window() != null) {
      scopes.add(WINDOW);
    }
    if (place.item() != null) {
      scopes.add(ITEM);
    }
    return scopes;
  }
}
