package hallmetrics.schema;

import org.jspecify.annotations.Nullable;

/** Which columns say where a row belongs; null where the table has none for that scope. */
public record Place(
    @Nullable String region,
    @Nullable String org,
    @Nullable String hall,
    @Nullable String window,
    @Nullable String item) {}
