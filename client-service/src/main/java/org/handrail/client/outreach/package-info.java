/**
 * People who were met and not asked for a name, and what was given to them; they become clients by
 * their own act alone, and nothing then tells who of them it was.
 */
@NullMarked
package org.handrail.client.outreach;

import org.jspecify.annotations.NullMarked;
