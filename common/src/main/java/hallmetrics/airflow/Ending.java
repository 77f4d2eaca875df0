package hallmetrics.airflow;

import org.jspecify.annotations.Nullable;

/**
 * How a finished run ended, in a word and at length.
 *
 * @param word for a table; with the code of the fault where it did not end well
 * @param cause why it did not end well, one line; null where it did or nobody said why
 * @param next what to do next; null where nothing is to be done
 * @param verdict at length
 */
record Ending(String word, @Nullable String cause, @Nullable String next, Verdict verdict) {}
