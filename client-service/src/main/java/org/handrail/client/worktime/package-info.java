/** The time that a specialist spends with people: an hour is spent once. */
@NullMarked
package org.handrail.client.worktime;

import org.jspecify.annotations.NullMarked;
