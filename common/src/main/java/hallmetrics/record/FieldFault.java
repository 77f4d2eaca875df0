package hallmetrics.record;

/** Why a cell has no canonical value; the label is the reason's code. */
enum FieldFault {
  UNKNOWN_CODE("unknown-code"),
  BAD_DATE("bad-date"),
  BAD_NUMBER("bad-number"),
  BAD_CHARACTER("bad-character"),
  ERROR_CELL("error-cell"),
  OUTSIDE_CALENDAR("date-outside-calendar"),
  EXPRESSION_FAILED("expression-failed");

  private final String label;

  FieldFault(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
