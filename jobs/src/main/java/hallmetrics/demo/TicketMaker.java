package hallmetrics.demo;

import hallmetrics.demo.Ticket.Leg;
import hallmetrics.demo.Ticket.Revisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the hotline tickets day by day, the same rates everywhere. */
final class TicketMaker {
  /** The zone that has seven tickets a month, whatever the scale. */
  static final String QUIET = "GXQ";

  static final int QUIET_TICKETS = 7;
  private static final double PER_DAY = 74;
  private static final double DIRECT = 0.25;
  private static final double LATE = 0.035;
  private static final double LATE_CONTACT = 0.03;
  private static final double RETURNED = 0.03;
  private static final int DAY = 86_400;
  private static final int HOUR = 3600;
  private final City city;
  private final Workdays workdays;
  private final Requests requests;
  private final long seed;
  private final double scale;
  private int serial;

  TicketMaker(City city, Workdays workdays, Requests requests, long seed, double scale) {
    this.city = city;
    this.workdays = workdays;
    this.requests = requests;
    this.seed = seed;
    this.scale = scale;
  }

  void make(Consumer<Ticket> taker) {
    for (LocalDate day = Moment.FIRST_DAY; !day.isAfter(Moment.LAST_DAY); day = day.plusDays(1)) {
      for (City.Region region : city.regions) {
        Dice dice = Dice.of(seed, "ticket", region.id(), day);
        if (region.id().equals(QUIET)) {
          quiet(region, day, dice, taker);
          continue;
        }
        double share = scale * region.weight() / city.totalWeight();
        int count = dice.poisson(PER_DAY * share * (workdays.works(day) ? 1.1 : 0.8));
        @Nullable Ticket before = null;
        for (int i = 0; i < count; i++) {
          boolean repeat = before != null && dice.chance(0.05);
          Ticket made = ticket(region, day, dice.chance(DIRECT), repeat ? before : null, dice);
          taker.accept(made);
          before = made;
        }
      }
    }
  }

  private void quiet(City.Region region, LocalDate day, Dice dice, Consumer<Ticket> taker) {
    int nth = (day.getDayOfMonth() - 2) / 4;
    if (day.getDayOfMonth() % 4 == 2 && nth < QUIET_TICKETS) {
      taker.accept(ticket(region, day, false, null, dice));
    }
  }

  private Ticket ticket(
      City.Region region, LocalDate day, boolean direct, @Nullable Ticket parent, Dice dice) {
    serial++;
    String no = "RX" + day.toString().replace("-", "") + People.digits(serial, 6);
    long receive = Moment.at(day, dice.between(7 * HOUR, 22 * HOUR));
    int person = parent == null ? dice.below(900_000) : parent.person();
    List<Leg> legs = direct ? List.of() : legs(no, region, receive, dice);
    long close = receive + dice.between(200, 1200);
    City.Org org = dice.pick(city.orgs(region));
    @Nullable Revisit revisit = null;
    if (!legs.isEmpty()) {
      Leg last = legs.get(legs.size() - 1);
      org = last.org();
      close = last.replied() + dice.between(2 * HOUR, DAY);
      revisit = revisit(close, dice);
    }
    Ticket.Request request = parent == null ? requests.draw(org, person, dice) : parent.request();
    String first = parent == null ? null : parent.no();
    return new Ticket(no, first, region, org, request, receive, legs, close, revisit, person);
  }

  private List<Leg> legs(String no, City.Region region, long receive, Dice dice) {
    List<Leg> legs = new ArrayList<>();
    long dispatched = receive + dice.between(600, 4 * HOUR);
    if (!region.id().equals(QUIET) && dice.chance(RETURNED)) {
      legs.add(leg(no, 1, dice.pick(city.orgs(region)), dispatched, true, dice));
      dispatched = legs.get(0).returned() + dice.between(600, 2 * HOUR);
    }
    legs.add(leg(no, legs.size() + 1, dice.pick(city.orgs(region)), dispatched, false, dice));
    return List.copyOf(legs);
  }

  private Leg leg(String no, int seq, City.Org org, long dispatched, boolean returned, Dice dice) {
    LocalDate day = Moment.day(dispatched);
    int term = dice.chance(0.85) ? 5 : 15;
    int taken = dice.chance(LATE) ? term + dice.between(1, 3) : dice.between(1, term);
    long replied = Moment.at(workdays.after(day, taken), dice.between(9 * HOUR, 17 * HOUR));
    LocalDate contactDay = workdays.after(day, dice.chance(LATE_CONTACT) ? 2 : 1);
    long contact = Moment.at(contactDay, dice.between(8 * HOUR + 1800, 9 * HOUR));
    long signed = dispatched + dice.between(600, 6 * HOUR);
    return new Leg(
        no,
        seq,
        org,
        dispatched,
        returned ? Moment.NEVER : signed,
        workdays.after(day, 1),
        returned ? Moment.NEVER : contact,
        workdays.after(day, term),
        returned ? Moment.NEVER : replied,
        returned ? dispatched + dice.between(2 * HOUR, DAY) : Moment.NEVER);
  }

  private static @Nullable Revisit revisit(long close, Dice dice) {
    if (!dice.chance(0.92)) {
      return null;
    }
    long at = close + dice.between(DAY, 3 * DAY);
    boolean valid = dice.chance(0.92);
    String resolved =
        new String[] {"RESOLVED", "EXPLAINED", "UNRESOLVED"}[dice.weighted(0.85, 0.06, 0.09)];
    String result =
        new String[] {"非常满意", "满意", "基本满意", "不满意", "未评价"}
            [dice.weighted(0.5, 0.25, 0.1, 0.07, 0.08)];
    String service = dice.chance(0.97) ? "满意" : "不满意";
    String excluded = dice.chance(0.03) ? "不合理诉求" : null;
    if (!valid) {
      return new Revisit(at, false, "UNKNOWN", "未评价", "未评价", excluded);
    }
    return new Revisit(at, true, resolved, result, service, excluded);
  }
}
