/** The edge: sign-in, routes with their limits, and the web app. */
@NullMarked
package org.handrail.gateway;

import org.jspecify.annotations.NullMarked;
