package hallmetrics.daily;

import hallmetrics.region.Registers;
import hallmetrics.schema.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a row belongs by the registers in force on its event date; {@code (none)} where it says
 * nothing a register knows. One instance a task: it remembers what it was asked.
 */
final class Placing {
  static final String NONE = "(none)";

  private record Asked(char scope, String code, int day) {}

  private final Registers registers;
  private final Place place;
  private final Map<Asked, String> answers = new HashMap<>();

  Placing(Registers registers, Place place) {
    this.registers = registers;
    this.place = place;
  }

  /** Region of a row: its own, else (where the table says so) that of its org. */
  String region(@Nullable String region, @Nullable String org, int day) {
    String own = region == null ? NONE : ask('R', region, day);
    boolean elseOrg = place.regionOfOrg() && region == null && org != null;
    return elseOrg ? ask('P', org, day) : own;
  }

  String org(@Nullable String org, int day) {
    return org == null ? NONE : ask('O', org, day);
  }

  String hall(@Nullable String hall, int day) {
    return hall == null ? NONE : ask('H', hall, day);
  }

  String window(@Nullable String window, int day) {
    return window == null ? NONE : ask('W', window, day);
  }

  /** Items are in no register: their code is their id. */
  String item(@Nullable String item) {
    return item == null ? NONE : item;
  }

  private String ask(char scope, String code, int day) {
    return answers.computeIfAbsent(new Asked(scope, code, day), this::answer);
  }

  private String answer(Asked asked) {
    LocalDate day = LocalDate.ofEpochDay(asked.day());
    String id =
        switch (asked.scope()) {
          case 'R' -> registers.resolveRegion(asked.code(), day);
          case 'P' -> registers.regionOfOrg(asked.code(), day);
          case 'O' -> registers.resolveOrg(asked.code(), day);
          case 'H' -> registers.resolveHall(asked.code(), day);
          default -> registers.resolveWindow(asked.code(), day);
        };
    return id == null ? NONE : id;
  }
}
