/**
 * The one door through which anything about a client leaves an agency: judged, written down and
 * released in one transaction.
 */
@NullMarked
package org.handrail.client.disclosure;

import org.jspecify.annotations.NullMarked;
