package hallmetrics.source;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A foreign system or ledger.
 *
 * @param name file stem of its YAML
 * @param into canonical table
 * @param system source_system that begins its keys (default: the name); shared by a csv and an xlsx
 *     of one system
 * @param format csv or xlsx (tsv = csv with a tab)
 * @param location glob relative to the site's inbox
 * @param asOfPattern pattern with {@code {date}} and optionally {@code {time}} or {@code {seq}} in
 *     the file name; null for none
 * @param asOf fixed as_of day, or null
 * @param encoding utf-8, gbk, gb18030 or auto (BOM, else strict UTF-8, else strict GB18030)
 * @param delimiter one character; '\t' for tsv
 * @param sheet sheet name of an xlsx, or null for the first
 * @param headerRow row of the header, from 1
 * @param withoutId policy of records without an id: keep, drop-exact, or null when each has one
 * @param latestPerKey whether rows are events of which the latest per key counts
 * @param operateTs the header or canonical column that orders versions, mapped as field operate_ts
 * @param movesWithinDays how far an event date may move in a correction; 0 = fixed
 * @param expectEvery workday, day, month, or null
 * @param expectBy source, region, hall, or null
 * @param ignore headers known and not mapped (a source without an id names every column)
 * @param fields mapping by canonical column, in the order written
 */
public record SourceSpec(
    String name,
    String title,
    String into,
    String system,
    String format,
    String location,
    @Nullable String asOfPattern,
    @Nullable String asOf,
    String encoding,
    char delimiter,
    @Nullable String sheet,
    int headerRow,
    @Nullable String withoutId,
    boolean latestPerKey,
    @Nullable String operateTs,
    int movesWithinDays,
    @Nullable String expectEvery,
    @Nullable String expectBy,
    List<String> ignore,
    Map<String, FieldMapping> fields,
    String file,
    int line)
    implements Serializable {}
