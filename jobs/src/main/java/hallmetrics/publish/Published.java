package hallmetrics.publish;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a period came to.
 *
 * @param folder the new edition, or null where none was needed
 * @param sentence for a person: what was published or why not
 */
public record Published(String period, @Nullable Path folder, String sentence) {}
