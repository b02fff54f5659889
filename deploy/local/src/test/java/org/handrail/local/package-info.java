/** The coalition on one machine, tried with its real servers. */
@NullMarked
package org.handrail.local;

import org.jspecify.annotations.NullMarked;
