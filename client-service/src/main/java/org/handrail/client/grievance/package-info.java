/** Injustice that clients met, in their words, and whom they want told of it (V6). */
@NullMarked
package org.handrail.client.grievance;

import org.jspecify.annotations.NullMarked;
