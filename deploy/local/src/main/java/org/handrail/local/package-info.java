/** The coalition on one machine: real servers, each in a process of its own. */
@NullMarked
package org.handrail.local;

import org.jspecify.annotations.NullMarked;
