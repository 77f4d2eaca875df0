package hallmetrics.record;

import hallmetrics.schema.TableSchema;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.HmacKey;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a {@link RecordMapper} is made from; travels to the tasks.
 *
 * @param schema the table the source goes into
 * @param firstDay first day any date of a record may have (the calendar's first)
 * @param lastDay last day a date may have (the last of the first unpublished year)
 * @param lastDueDay last day a deadline may have
 * @param key of the pseudonyms
 */
public record MapperSettings(
    SourceSpec source,
    TableSchema schema,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate lastDueDay,
    RegionResolver regions,
    HmacKey key)
    implements Serializable {}
