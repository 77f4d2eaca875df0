package hallmetrics.demo;

import hallmetrics.demo.CaseFile.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Makes the service cases day by day: halls work on working days only, online always. Every region
 * draws from the same rates.
 */
final class CaseMaker {
  private static final double HALL_PER_WORKDAY = 315;
  private static final double ONLINE_PER_DAY = 250;
  private static final double LATE = 0.025;
  private final City city;
  private final Workdays workdays;
  private final long seed;
  private final double scale;
  private int serial;

  CaseMaker(City city, Workdays workdays, long seed, double scale) {
    this.city = city;
    this.workdays = workdays;
    this.seed = seed;
    this.scale = scale;
  }

  /** Hands over every case accepted in the demo's days, in the order of days and regions. */
  void make(Consumer<CaseFile> taker) {
    for (LocalDate day = Moment.FIRST_DAY; !day.isAfter(Moment.LAST_DAY); day = day.plusDays(1)) {
      for (City.Region region : city.regions) {
        Dice dice = Dice.of(seed, "case", region.id(), day);
        double share = scale * region.weight() / city.totalWeight();
        int atHall = dice.poisson(HALL_PER_WORKDAY * share * hallFactor(day));
        for (int i = 0; i < atHall; i++) {
          offer(atHall(region, day, dice), taker);
        }
        int online = dice.poisson(ONLINE_PER_DAY * share * onlineFactor(day));
        for (int i = 0; i < online; i++) {
          offer(online(region, day, dice), taker);
        }
      }
      topUp(day, taker);
    }
  }

  /**
   * A small city's silent hall would be too quiet to be missed: it is kept busy enough, whatever
   * the scale, in the weeks before it falls silent.
   */
  private void topUp(LocalDate day, Consumer<CaseFile> taker) {
    if (scale >= 1 || !workdays.works(day) || day.isBefore(Silence.BUSY_FROM)) {
      return;
    }
    City.Region region = city.region(Silence.REGION);
    Dice dice = Dice.of(seed, "busy", day);
    for (int i = 0; i < Silence.LEAST_A_DAY; i++) {
      City.Hall hall =
          city.halls(region).stream()
              .filter(each -> each.id().equals(Silence.HALL))
              .findFirst()
              .orElseThrow();
      offer(atHall(hall, day, dice), taker);
    }
  }

  private void offer(CaseFile made, Consumer<CaseFile> taker) {
    if (!Silence.covers(made.place().hall(), made.finish())) {
      taker.accept(made);
    }
  }

  private double hallFactor(LocalDate day) {
    return workdays.works(day) ? weekday(day) : 0;
  }

  private double onlineFactor(LocalDate day) {
    return workdays.works(day) ? weekday(day) : 0.55;
  }

  private static double weekday(LocalDate day) {
    DayOfWeek name = day.getDayOfWeek();
    return name.getValue() > 5 ? 0.8 : 1.2 - 0.07 * name.getValue();
  }

  private CaseFile atHall(City.Region region, LocalDate day, Dice dice) {
    return atHall(city.drawHall(region, dice), day, dice);
  }

  private CaseFile atHall(City.Hall hall, LocalDate day, Dice dice) {
    City.Window window = dice.pick(hall.windows());
    City.Item item = city.drawItem(hall.region(), window.line(), dice);
    int second =
        dice.chance(0.56) ? dice.between(9 * 3600, 42_900) : dice.between(13 * 3600 + 1800, 61_200);
    Place place = new Place(hall.region(), window.org(), hall.id(), window.id());
    return file(item, place, Moment.at(day, second), dice);
  }

  private CaseFile online(City.Region region, LocalDate day, Dice dice) {
    City.Item item = city.drawItem(region, "", dice);
    int second = dice.chance(0.85) ? dice.between(8 * 3600, 79_000) : dice.between(0, 86_399);
    Place place = new Place(region, city.orgFor(region, item).code(), null, null);
    return file(item, place, Moment.at(day, second), dice);
  }

  private CaseFile file(City.Item item, Place place, long accept, Dice dice) {
    LocalDate day = Moment.day(accept);
    LocalDate due = day;
    long finish = accept + dice.between(300, 2700);
    if (!item.instant()) {
      due = workdays.after(day, item.promisedDays());
      int n = item.promisedDays();
      int taken = dice.chance(LATE) ? n + dice.between(1, 4) : dice.between(Math.max(1, n / 3), n);
      finish = Moment.at(workdays.after(day, taken), dice.between(32_400, 61_200));
    } else if (!Moment.day(finish).equals(day)) {
      finish = Moment.at(day, 86_399);
    }
    int corrections = dice.weighted(0.93, 0.06, 0.01);
    int trips = place.hall() == null ? 0 : 1 + corrections;
    return new CaseFile(
        projectNo(place.org(), day),
        item,
        place,
        place.hall() == null,
        accept,
        due,
        finish,
        corrections,
        trips,
        dice.below(900_000));
  }

  private String projectNo(String org, LocalDate day) {
    serial++;
    return org + day.toString().replace("-", "") + People.digits(serial, 6);
  }
}
