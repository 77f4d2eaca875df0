/**
 * From figures to an edition: tables, pack, manifest, and the rules of when a new edition appears.
 * Called by the nightly job after it decided, and by the verbs publish and doctor.
 */
@NullMarked
package hallmetrics.publish;

import org.jspecify.annotations.NullMarked;
