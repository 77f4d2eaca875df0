package hallmetrics.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An office.
 *
 * @param id org_code as sources write it
 * @param uscc unified social credit code, also accepted as its code; null for none
 * @param shortName name for narrow places; null for none
 * @param regionId region it belongs to
 * @param rankGroup the offices it is compared with; null when it is not ranked
 */
public record Org(
    String id,
    @Nullable String uscc,
    String name,
    @Nullable String shortName,
    @Nullable String regionId,
    @Nullable String kind,
    @Nullable String rankGroup,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo)
    implements Dated {}
