/**
 * Looks at a site and its store without changing either, and says what is well, what to remember,
 * what is configured wrongly and what is damaged. Called by the verb doctor.
 */
@NullMarked
package hallmetrics.doctor;

import org.jspecify.annotations.NullMarked;
