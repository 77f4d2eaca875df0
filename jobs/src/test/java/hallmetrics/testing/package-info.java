/** What tests of this module share; nothing here is part of the product. */
@NullMarked
package hallmetrics.testing;

import org.jspecify.annotations.NullMarked;
