package hallmetrics.ingest;

import hallmetrics.gate.Gate;
import hallmetrics.record.RegionResolver;
import hallmetrics.schema.TableSchema;
import hallmetrics.value.HmacKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reading needs to know of a site.
 *
 * @param firstDay first day a date of a record may have
 * @param lastDay last day a date may have
 * @param lastDueDay last day a deadline may have
 * @param accepted names of gates a person lets pass
 * @param kept folder of the kept deliveries
 * @param refused folder below which a refused night is explained
 */
public record IngestSettings(
    Map<String, TableSchema> tables,
    List<Gate> gates,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate lastDueDay,
    RegionResolver regions,
    HmacKey key,
    Set<String> accepted,
    Path kept,
    Path refused) {}
