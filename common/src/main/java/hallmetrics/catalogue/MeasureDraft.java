package hallmetrics.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measure as written; what is null comes from the measure it narrows, or is the default.
 *
 * @param of the measure it narrows, or null
 */
record MeasureDraft(
    String name,
    String table,
    @Nullable String of,
    @Nullable String where,
    @Nullable String on,
    @Nullable String sum,
    @Nullable List<String> splits,
    @Nullable String days,
    @Nullable String distinct,
    String file,
    int line) {}
