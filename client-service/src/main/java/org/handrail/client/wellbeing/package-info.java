/**
 * Care for those who walk along: supervision, who is on call, a talk after the worst, and a
 * notebook of their own.
 */
@NullMarked
package org.handrail.client.wellbeing;

import org.jspecify.annotations.NullMarked;
