package hallmetrics.page;

/**
 * A claim that survived its test.
 *
 * @param text one sentence
 * @param page id of the page that shows it; empty when no page of the pack does
 */
record Finding(String text, String page) {}
