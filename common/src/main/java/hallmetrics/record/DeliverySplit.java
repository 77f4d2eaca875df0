package hallmetrics.record;

import java.io.Serializable;

/**
 * A part of a delivery that can be read on its own: it begins at a record's first byte, behind the
 * header, and ends before another record's. A delivery that cannot be cut has one.
 *
 * @param path the file
 * @param charset its encoding as found, a Java charset name; empty for a workbook
 * @param start first byte, 0 for a workbook
 * @param end byte after the last, the file's length for a workbook
 * @param firstLine physical line of the first record, from 1
 */
public record DeliverySplit(String path, String charset, long start, long end, long firstLine)
    implements Serializable {}
