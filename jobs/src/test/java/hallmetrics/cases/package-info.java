/** The command line as a clerk meets it: one folder a case, a small site of three halls. */
@NullMarked
package hallmetrics.cases;

import org.jspecify.annotations.NullMarked;
