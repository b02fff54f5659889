/** That nothing identified comes out, and nothing alone. */
@NullMarked
package org.handrail.analytics.deidentification;

import org.jspecify.annotations.NullMarked;
