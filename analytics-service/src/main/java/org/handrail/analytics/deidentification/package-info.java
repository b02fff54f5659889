/** What the services tell each other goes in, what analysts may know comes out, in batches. */
@NullMarked
package org.handrail.analytics.deidentification;

import org.jspecify.annotations.NullMarked;
