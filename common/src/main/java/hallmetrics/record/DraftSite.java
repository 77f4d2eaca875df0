package hallmetrics.record;

import org.jspecify.annotations.Nullable;

/** What a draft must know of the site it is written for. */
public interface DraftSite {

  /** A site without sources and registers. */
  DraftSite NONE =
      new DraftSite() {
        @Override
        public boolean taken(String source) {
          return false;
        }

        @Override
        public @Nullable String placeId(String scope, String code) {
          return null;
        }

        @Override
        public @Nullable String placeNamed(String scope, String name) {
          return null;
        }
      };

  /** Whether a source of that name, or its file, is there already. */
  boolean taken(String source);

  /**
   * The id a register knows under a code as sources write it, or null.
   *
   * @param scope REGION ORG HALL WINDOW
   */
  @Nullable String placeId(String scope, String code);

  /** The id of the only place a register calls so, or null. */
  @Nullable String placeNamed(String scope, String name);
}
