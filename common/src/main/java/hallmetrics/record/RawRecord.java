package hallmetrics.record;

/**
 * One record of a delivery as it was written.
 *
 * @param line where it begins, from 1: the physical line of a CSV, the row of a sheet
 * @param cells one text a column, never null, empty when the cell is; not to be changed
 * @param width how many cells the file really had; differs from the header's width when the record
 *     is ragged (then it is REJECTED, the file goes on)
 */
@SuppressWarnings("ArrayRecordComponent") // ten million of them are made a night
public record RawRecord(long line, String[] cells, int width) {

  /** Whether the record has more or fewer cells than the header. */
  public boolean ragged() {
    return width != cells.length;
  }
}
