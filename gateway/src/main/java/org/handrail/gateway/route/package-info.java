/**
 * The way from the edge to the services: who owns which noun, what may pass, how long and how much.
 */
@NullMarked
package org.handrail.gateway.route;

import org.jspecify.annotations.NullMarked;
