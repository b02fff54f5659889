/**
 * People, their agreements and consents, and the one door through which anything about them may
 * leave.
 */
@NullMarked
package org.handrail.client;

import org.jspecify.annotations.NullMarked;
