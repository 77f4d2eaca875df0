/** What the finished jar is and how it starts: by {@code java -jar} and by {@code spark-submit}. */
@NullMarked
package hallmetrics.launch;

import org.jspecify.annotations.NullMarked;
