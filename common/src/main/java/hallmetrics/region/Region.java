package hallmetrics.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A region, GB or not (a zone, the city level itself).
 *
 * @param id stable local code (360702, JKQ)
 * @param gbCode GB/T 2260 code, or null for a unit that has none
 * @param kind PROVINCE CITY COUNTY ZONE CITY_LEVEL TOWN VILLAGE
 * @param parentId the region it is part of; null for the top
 * @param rankGroup the regions it is compared with; null when it is not ranked
 * @param successorId where its records count after it was retired; null for nowhere
 */
public record Region(
    String id,
    @Nullable String gbCode,
    String name,
    String kind,
    @Nullable String parentId,
    @Nullable String rankGroup,
    @Nullable Long population,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String successorId)
    implements Dated {}
