package hallmetrics.status;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a store now.
 *
 * @param title as it wrote of itself; null where nobody does
 */
record Holder(@Nullable String title) {
  private static final Pattern NIGHT =
      Pattern.compile(
          "hall (?:nightly|ingest)\\b(?! --dry-run)(?: --date (\\d{4}-\\d{2}-\\d{2}))?.*");

  /** Whether it reads files: what it has decided has no record before it ends. */
  boolean decides() {
    return night() != null;
  }

  /** The business date of a night; null where it is none or does not say. */
  @Nullable LocalDate day() {
    Matcher night = night();
    return night == null || night.group(1) == null ? null : LocalDate.parse(night.group(1));
  }

  private @Nullable Matcher night() {
    Matcher night = title == null ? null : NIGHT.matcher(title);
    return night != null && night.lookingAt() ? night : null;
  }
}
