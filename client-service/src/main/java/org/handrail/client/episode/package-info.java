/**
 * The stretches of time in which a client and the agency walk together, and the patience before and
 * between them.
 */
@NullMarked
package org.handrail.client.episode;

import org.jspecify.annotations.NullMarked;
