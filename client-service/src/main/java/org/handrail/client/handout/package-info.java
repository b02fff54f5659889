/**
 * What clients are given to read and keep: the privacy notice, the peer-support agreement and the
 * sheets; each version whole, in each of its languages.
 */
@NullMarked
package org.handrail.client.handout;

import org.jspecify.annotations.NullMarked;
