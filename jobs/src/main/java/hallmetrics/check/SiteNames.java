package hallmetrics.check;

import hallmetrics.record.DraftSite;
import hallmetrics.region.PlaceNames;
import hallmetrics.region.Registers;
import hallmetrics.run.Workplace;
import hallmetrics.time.WorkCalendar;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names a site has given already: of its sources, and of the places in its registers. */
final class SiteNames implements DraftSite {
  private final Workplace workplace;
  private final Map<String, PlaceNames> places = new HashMap<>();

  SiteNames(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public boolean taken(String source) {
    return workplace.sources().stream().anyMatch(one -> one.name().equals(source))
        || Files.exists(workplace.site().conf().resolve("sources").resolve(source + ".yaml"));
  }

  @Override
  public @Nullable String placeId(String scope, String code) {
    Registers registers = workplace.site().registers();
    if (scope.equals("REGION")) {
      return registers.regionId(code);
    }
    return names(scope).hasId(code) ? code.strip() : null;
  }

  @Override
  public @Nullable String placeNamed(String scope, String name) {
    return names(scope).id(name);
  }

  private PlaceNames names(String scope) {
    WorkCalendar calendar = workplace.site().calendar();
    return places.computeIfAbsent(
        scope,
        one -> PlaceNames.of(workplace.site().registers(), one, calendar.first(), calendar.last()));
  }
}
