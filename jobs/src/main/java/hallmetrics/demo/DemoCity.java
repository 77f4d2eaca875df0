package hallmetrics.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One seeded city, delivered as real files would come. */
public final class DemoCity {
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
   *
   * @return the files in the order written, with what reading each must find
   */
  public List<DeliveredFile> deliver(Path inboxDir) {
    Inbox inbox = new Inbox(inboxDir);
    City city = City.read(conf);
    Workdays workdays = Workdays.read(conf);
    People people = new People(plan);
    Feed<CaseFile> cases = new Feed<>();
    Feed<Rating> platform = new Feed<>();
    Feed<Rating> kiosk = new Feed<>();
    List<Rating> bad = new ArrayList<>();
    RatingMaker ratings = new RatingMaker(new Opinions(plan, people), seed);
    new CaseMaker(city, workdays, seed, plan.scale())
        .make(
            file -> {
              events(file, cases);
              ratings.make(file, rating -> take(rating, platform, kiosk, bad));
            });
    new RatingFiles(platform, kiosk, plan).write(inbox);
    new CaseFiles(cases, plan).write(inbox);
    return inbox.files();
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
