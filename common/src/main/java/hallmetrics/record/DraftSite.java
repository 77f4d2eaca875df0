package hallmetrics.record;

/** What a draft must know of the site it is written for. */
@FunctionalInterface
public interface DraftSite {

  /** A site without sources. */
  DraftSite NONE = source -> false;

  /** Whether a source of that name, or its file, is there already. */
  boolean taken(String source);
}
