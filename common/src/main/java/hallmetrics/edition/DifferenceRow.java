package hallmetrics.edition;

/**
 * One cell in which a published edition and what was computed again disagree.
 *
 * @param part table of the edition, {@code ledger} or {@code manifest}
 * @param row what names the row, as {@code column=value} parts; for a table's rows that have no
 *     such name all of its columns
 * @param column the column; empty where one side has the row and the other has not
 * @param published as published; empty where that has no such row
 * @param rebuilt as computed again; empty where that has no such row
 */
public record DifferenceRow(
    String part, String row, String column, String published, String rebuilt) {}
