package hallmetrics.demo;

import hallmetrics.run.Beside;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One seeded city, delivered as real files would come. */
public final class DemoCity {
  /** The seed of the demo verb. */
  public static final long SEED = 7;

  /** First night that is run by itself; all before is one backfill up to the day before. */
  public static final LocalDate FIRST_NIGHT = Period.FIRST_NIGHT;

  /** The last business date. */
  public static final LocalDate LAST_NIGHT = Moment.LAST_DAY;

  private final Path conf;
  private final long seed;
  private final DemoPlan plan;

  /**
   * A city.
   *
   * @param conf conf folder whose registers name its regions, halls, windows, bodies and items
   * @param seed same seed, plan and registers give the same bytes, whatever zone, locale or day
   */
  public DemoCity(Path conf, long seed, DemoPlan plan) {
    this.conf = conf;
    this.seed = seed;
    this.plan = plan;
  }

  /**
   * Writes every delivery of the fourteen months below the inbox; a night of date D reads those
   * whose name bears a date up to D.
   */
  public Delivered deliver(Path inboxDir) {
    Inbox inbox = new Inbox(inboxDir);
    City city = City.read(conf);
    Workdays workdays = new Workdays();
    Tallies tallies = new Tallies();
    Feed<Duty> duties = new Feed<>();
    DutyMaker duty = new DutyMaker(workdays, seed);
    casesAndRatings(city, workdays, duty, duties, inbox, tallies);
    hotline(city, workdays, duty, duties, inbox, tallies);
    new DutyFiles(duties, plan).write(inbox);
    new SmallLedgers(city, workdays, plan, seed, tallies).write(inbox);
    new MessageFiles(city, workdays, plan, seed).write(inbox);
    Truths truths = Truths.of(city, workdays, plan, inbox.files());
    return new Delivered(inbox.files(), truths, tallies.all());
  }

  private void casesAndRatings(
      City city,
      Workdays workdays,
      DutyMaker duty,
      Feed<Duty> duties,
      Inbox inbox,
      Tallies tallies) {
    Feed<CaseFile> cases = new Feed<>();
    Feed<Rating> platform = new Feed<>();
    Feed<Rating> kiosk = new Feed<>();
    List<Rating> bad = new ArrayList<>();
    RatingMaker ratings = new RatingMaker(new Opinions(plan, new People(plan)), seed);
    new CaseMaker(city, workdays, seed, plan.scale())
        .make(
            file -> {
              events(file, cases);
              ratings.make(file, rating -> take(rating, platform, kiosk, bad));
            });
    bad.forEach(rating -> answer(rating, duty, duties, ratings, platform));
    RatingFiles files = new RatingFiles(platform, kiosk, plan);
    Beside<Boolean> written =
        Beside.start(
            "case-files",
            () -> {
              new CaseFiles(cases, plan).write(inbox);
              return true;
            });
    files.write(inbox);
    tallies.ratings(platform, files.corrections(), kiosk);
    written.get();
    tallies.cases(cases);
  }

  private void hotline(
      City city,
      Workdays workdays,
      DutyMaker duty,
      Feed<Duty> duties,
      Inbox inbox,
      Tallies tallies) {
    Feed<Ticket> tickets = new Feed<>();
    Feed<Ticket.Leg> legs = new Feed<>();
    new TicketMaker(city, workdays, new Requests(plan), seed, plan.scale())
        .make(
            ticket -> {
              follow(ticket, tickets, legs);
              tallies.ticket(ticket);
              Ticket.Revisit revisit = ticket.revisit();
              if (revisit != null && revisit.resolved().equals("UNRESOLVED")) {
                DutyFiles.follow(duties, duty.of(ticket, revisit.at()));
              }
            });
    new TicketFiles(tickets, legs, plan).write(inbox);
  }

  private static void follow(Ticket ticket, Feed<Ticket> tickets, Feed<Ticket.Leg> legs) {
    tickets.add(ticket.no(), ticket.receive(), ticket);
    tickets.add(ticket.no(), ticket.close(), ticket);
    if (ticket.revisit() != null) {
      tickets.add(ticket.no(), ticket.revisit().at(), ticket);
    }
    for (Ticket.Leg leg : ticket.legs()) {
      String key = leg.ticketNo() + "/" + leg.seq();
      tickets.add(ticket.no(), leg.dispatched(), ticket);
      tickets.add(ticket.no(), leg.returned(), ticket);
      legs.add(key, leg.dispatched(), leg);
      legs.add(key, leg.signed(), leg);
      legs.add(key, leg.contact(), leg);
      legs.add(key, leg.replied(), leg);
      legs.add(key, leg.returned(), leg);
    }
  }

  private void answer(
      Rating rating,
      DutyMaker maker,
      Feed<Duty> duties,
      RatingMaker ratings,
      Feed<Rating> platform) {
    boolean lost = rating.kiosk() && Moment.day(rating.at()).equals(Trouble.INVERTED);
    Duty opened = lost ? null : maker.of(rating);
    if (opened == null) {
      return;
    }
    DutyFiles.follow(duties, opened);
    Dice dice = Dice.of(seed, "again", rating.id());
    long at = opened.revisit() == Moment.NEVER ? Moment.NEVER : opened.revisit() + 3600;
    if (dice.chance(0.2) && at < Moment.END && !Silence.covers(rating.place().hall(), at)) {
      Rating again = ratings.again(rating, at, dice);
      platform.add(again.id(), again.at(), again);
    }
  }

  private static void events(CaseFile file, Feed<CaseFile> cases) {
    if (!file.item().instant()) {
      cases.add(file.projectNo(), file.accept(), file);
    }
    cases.add(file.projectNo(), file.finish(), file);
  }

  private static void take(
      Rating rating, Feed<Rating> platform, Feed<Rating> kiosk, List<Rating> bad) {
    (rating.kiosk() ? kiosk : platform).add(rating.id(), rating.at(), rating);
    if (rating.verdict() != null) {
      platform.add(rating.id(), rating.verdict().at(), rating);
    }
    if (rating.bad()) {
      bad.add(rating);
    }
  }
}
