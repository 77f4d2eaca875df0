package hallmetrics.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * A page of the pack.
 *
 * @param id file name stem, such as {@code p2-trend}
 * @param form form that draws it (cover, scorecard, xmr, caterpillar, annex)
 * @param metrics metrics it shows, in order
 * @param scope scope it compares, or ALL
 */
public record PageSpec(
    String id, String form, List<String> metrics, String scope, String file, int line)
    implements Serializable {}
