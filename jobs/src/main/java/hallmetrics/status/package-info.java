/**
 * What an operator asks in the morning: how the last nights went, what is missing, what the next
 * night will do. Reads the store and the inbox without a Spark session, changes nothing and needs
 * no lock. Called by the verb status.
 */
@NullMarked
package hallmetrics.status;

import org.jspecify.annotations.NullMarked;
